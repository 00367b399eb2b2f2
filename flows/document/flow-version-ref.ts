/** Names one compiled flow: a published version's id, or any caller-chosen id for a draft in the simulator. */
export type FlowVersionRef = string;
