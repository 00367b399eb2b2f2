import type { FlowDocument, FlowNode, Position } from '@/flows/document/flow-document';
import type { JsonObject } from '@/flows/document/json';
import type { AnyNodeType } from '@/flows/nodes/define-node';
import { nodeTexts } from '@/flows/nodes/texts';
import { freshId } from './fresh-id';

/** A step as its type begins, titled with the type's name in every language of the flow the product speaks. */
export function newNode(document: FlowDocument, type: AnyNodeType, position: Position): FlowNode {
  return {
    id: freshId(type.type, (id) => id in document.nodes),
    type: type.type,
    version: type.version,
    title: Object.fromEntries(document.languages.map((locale) => [locale, nodeTexts(type.type, locale).name])),
    position,
    data: type.defaults(document.languages) as JsonObject,
  };
}
