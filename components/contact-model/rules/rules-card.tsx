'use client'
import { Accordion } from 'radix-ui'
import { ChoiceList } from '@/components/model/settings/choice-list'
import { fieldProblem } from '@/components/model/settings/field-problem'
import { Card, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useContactEditor } from '../contact-editor-context'
import { ClockRule } from './clock-rule'
import { FloorRule } from './floor-rule'
import { RuleRow } from './rule-row'
import { StarsRule } from './stars-rule'

/** All of a contact model beside its actions and its gravity: one line a part, opened in place. */
export function RulesCard() {
  const { document, change, problemAt } = useContactEditor()
  return (
    <Card aria-labelledby="contact-rules">
      <CardHeader id="contact-rules" title="Everything else in this model" />
      <Accordion.Root type="multiple" defaultValue={['stars']} className="pt-3">
        <RuleRow part="stars">
          <StarsRule />
        </RuleRow>
        <RuleRow part="clock">
          <ClockRule />
        </RuleRow>
        <RuleRow part="order">
          <ChoiceList
            label="What a bounce or complaint divides"
            choices={[
              {
                value: 'running',
                label: 'Running',
                hint: 'What is older than it. Who reads again after a bounce gets those points in full.',
              },
              {
                value: 'final',
                label: 'Final',
                hint: 'The whole score, whatever came after. A bounce weighs until it is old.',
              },
            ]}
            value={document.order}
            onChange={(order) => change((now) => ({ ...now, order }))}
          />
        </RuleRow>
        <RuleRow part="floor">
          <FloorRule />
        </RuleRow>
        <RuleRow part="dedupe">
          <ChoiceList
            label="Which of several actions on a message count"
            choices={[
              {
                value: 'message-action',
                label: 'The latest of each action',
                hint: 'A message that is read and clicked counts as a read and a click.',
              },
              {
                value: 'message',
                label: 'The latest alone',
                hint: 'A message that is read, then clicked, counts as a click. Bounces and complaints compete too.',
              },
            ]}
            value={document.dedupe}
            onChange={(dedupe) => change((now) => ({ ...now, dedupe }))}
          />
        </RuleRow>
        <RuleRow part="machine">
          <ChoiceList
            label="Reads and clicks that a machine made"
            choices={[
              {
                value: 'exclude',
                label: 'Leave out',
                hint: 'Mail proxies and link scanners open mail that nobody read. They are kept, marked with the reason, and not counted.',
              },
              {
                value: 'include',
                label: 'Count',
                hint: 'As if somebody had read and clicked. Whoever is behind a scanner looks eager.',
              },
            ]}
            value={document.machine}
            onChange={(machine) => change((now) => ({ ...now, machine }))}
          />
        </RuleRow>
        <RuleRow part="name">
          <Field
            label="Name of the model"
            hint="Everybody who sees stars sees this name."
            error={fieldProblem(problemAt('name'))}
            className="max-w-96"
          >
            {(control) => (
              <Input
                {...control}
                value={document.name}
                maxLength={200}
                onChange={({ target }) => change((now) => ({ ...now, name: target.value }))}
              />
            )}
          </Field>
        </RuleRow>
      </Accordion.Root>
    </Card>
  )
}
