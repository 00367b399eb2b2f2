'use client';

import type { ReactNode } from 'react';
import { BooleanField } from './boolean-field';
import { CalendarField } from './calendar-field';
import { CaseField } from './case-field';
import { CountryField } from './country-field';
import type { DataFieldProps } from './data-field-props';
import { DayField } from './day-field';
import { DurationField } from './duration-field';
import { EnumField } from './enum-field';
import { ExpressionField } from './expression-field';
import { GroupField } from './group-field';
import { ListField } from './list-field';
import { LiteralField } from './literal-field';
import { LocalizedListField } from './localized-list-field';
import { LocalizedTextField } from './localized-text-field';
import { MessageField } from './message-field';
import { NullableField } from './nullable-field';
import { NumberField } from './number-field';
import { PlainTextField } from './plain-text-field';
import { QueueField } from './queue-field';
import { RequestTemplateField } from './request-template-field';
import { SkillsField } from './skills-field';
import { TestsField } from './tests-field';
import { UnionField } from './union-field';
import { VariableField } from './variable-field';
import { ZoneField } from './zone-field';

/** Null is a choice among others for these: the default queue, no variable, no value. */
const NULL_IS_ITS_OWN = new Set(['queue', 'variable', 'literal', 'hidden']);

/** The control for one place of a step's data, chosen by its schema. */
export function DataField(props: DataFieldProps): ReactNode {
  const { spec } = props;
  if (spec.nullable && !NULL_IS_ITS_OWN.has(spec.kind)) return <NullableField {...props} />;
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
    case 'calendar':
      return <CalendarField {...props} />;
    case 'variable':
      return <VariableField {...props} />;
    case 'literal':
      return <LiteralField {...props} />;
    case 'expression':
      return <ExpressionField {...props} spec={spec} />;
    case 'condition-tests':
      return <TestsField {...props} spec={spec} />;
    case 'case':
      return <CaseField {...props} spec={spec} />;
    case 'union':
      return <UnionField {...props} spec={spec} />;
    case 'country':
      return <CountryField {...props} />;
    case 'day':
      return <DayField {...props} />;
    case 'zone':
      return <ZoneField {...props} />;
    case 'boolean':
      return <BooleanField {...props} />;
    case 'request-template':
      return <RequestTemplateField {...props} spec={spec} />;
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
