/** Keys whose names differ between languages, as `studio.shortcuts.keyNames` spells them; all others are shown as they are. */
export const NAMED_KEYS = ['Ctrl', 'Shift', 'Alt', 'Enter', 'Escape', 'Space', 'Tab', 'Delete', 'Arrows', 'Click', 'Drag'] as const;
export type NamedKey = (typeof NAMED_KEYS)[number];

/** Every shortcut of the studio: by part, its act and the keys pressed together; several ways are separate lists. */
export const SHORTCUTS = {
  go: {
    follow: [['Arrows']],
    ports: [['Tab']],
    edit: [['Enter']],
    back: [['Escape']],
    search: [['Ctrl', 'F']],
    nextProblem: [['F8']],
    previousProblem: [['Shift', 'F8']],
  },
  select: {
    one: [['Space'], ['Click']],
    toggle: [['Shift', 'Space'], ['Shift', 'Click']],
    extend: [['Shift', 'Arrows']],
    band: [['Shift', 'Drag']],
    all: [['Ctrl', 'A']],
  },
  change: {
    quickAdd: [['/']],
    connect: [['C']],
    move: [['Alt', 'Arrows']],
    copy: [['Ctrl', 'C']],
    cut: [['Ctrl', 'X']],
    paste: [['Ctrl', 'V']],
    duplicate: [['Ctrl', 'D']],
    remove: [['Delete']],
    undo: [['Ctrl', 'Z']],
    redo: [['Ctrl', 'Shift', 'Z'], ['Ctrl', 'Y']],
  },
  view: {
    fit: [['1']],
    fitSelection: [['2']],
    actual: [['0']],
    zoomIn: [['+']],
    zoomOut: [['−']],
  },
  studio: {
    commands: [['Ctrl', 'K']],
    shortcuts: [['?']],
    publish: [['Ctrl', 'Enter']],
  },
} as const satisfies Record<string, Record<string, readonly (readonly string[])[]>>;

export type ShortcutPart = keyof typeof SHORTCUTS;
