'use client';

import { BooleanField } from './boolean-field';
import type { DataFieldProps } from './data-field-props';
import { DurationField } from './duration-field';
import { EnumField } from './enum-field';
import { GroupField } from './group-field';
import { ListField } from './list-field';
import { LocalizedListField } from './localized-list-field';
import { LocalizedTextField } from './localized-text-field';
import { MessageField } from './message-field';
import { NullableField } from './nullable-field';
import { NumberField } from './number-field';
import { PlainTextField } from './plain-text-field';
import { QueueField } from './queue-field';
import { SkillsField } from './skills-field';

/** The control for one place of a step's data, chosen by its schema. */
export function DataField(props: DataFieldProps) {
  const { spec } = props;
  // Null is a queue of its own: the workspace's default.
  if (spec.nullable && spec.kind !== 'queue' && spec.kind !== 'hidden') return <NullableField {...props} />;
  switch (spec.kind) {
    case 'localized-text':
      return <LocalizedTextField {...props} spec={spec} />;
    case 'localized-list':
      return <LocalizedListField {...props} />;
    case 'message':
      return <MessageField {...props} />;
    case 'duration':
      return <DurationField {...props} />;
    case 'skills':
      return <SkillsField {...props} />;
    case 'queue':
      return <QueueField {...props} />;
    case 'boolean':
      return <BooleanField {...props} />;
    case 'text':
      return <PlainTextField {...props} spec={spec} />;
    case 'number':
      return <NumberField {...props} spec={spec} />;
    case 'enum':
      return <EnumField {...props} spec={spec} />;
    case 'group':
      return <GroupField {...props} spec={spec} />;
    case 'list':
      return <ListField {...props} spec={spec} />;
    case 'hidden':
      return null;
  }
}
