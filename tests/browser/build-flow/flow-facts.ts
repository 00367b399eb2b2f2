// What the product itself says of a flow: bundled by load-flow-facts.ts, because a test runner reads no JSON as a module.
export { fieldsOf, type FieldSpec, type NamedField } from '../../../app/(workspace)/flows/[flowId]/_form/field-spec';
export { flowDocumentSchema } from '../../../flows/document/flow-document';
export { defaultRegistry } from '../../../flows/nodes/registry';
export { nodeTexts } from '../../../flows/nodes/texts';
export { compile } from '../../../flows/compiler/compile';
export { articleSearch } from '../../../flows/knowledge/article-search';
export { simulate } from '../../../flows/simulator/simulate';
