'use client'
import { Accordion } from 'radix-ui'
import { Card, CardHeader } from '@/components/ui/card'
import { LifecycleSettings } from './lifecycle-settings'
import { NameSettings } from './name-settings'
import { NormalisationSettings } from './normalisation-settings'
import { OutcomesSettings } from './outcomes-settings'
import { PopulationSettings } from './population-settings'
import { ReferenceSettings } from './reference-settings'
import { SettingsRow } from './settings-row'
import { TiersSettings } from './tiers-settings'
import { WeightingRow } from './weighting-row'
import { WindowSettings } from './window-settings'
import { ZerosRow } from './zeros-row'

/** All of a model beside its behaviors: one line a part, opened in place. */
export function SettingsCard() {
  return (
    <Card aria-labelledby="model-settings">
      <CardHeader id="model-settings" title="Everything else in this model" />
      <Accordion.Root type="multiple" className="pt-3">
        <SettingsRow part="name">
          <NameSettings />
        </SettingsRow>
        <SettingsRow part="window">
          <WindowSettings />
        </SettingsRow>
        <WeightingRow />
        <SettingsRow part="population">
          <PopulationSettings />
        </SettingsRow>
        <SettingsRow part="normalisation">
          <NormalisationSettings />
        </SettingsRow>
        <ZerosRow />
        <SettingsRow part="reference">
          <ReferenceSettings />
        </SettingsRow>
        <SettingsRow part="lifecycle">
          <LifecycleSettings />
        </SettingsRow>
        <SettingsRow part="tiers">
          <TiersSettings />
        </SettingsRow>
        <SettingsRow part="outcomes">
          <OutcomesSettings />
        </SettingsRow>
      </Accordion.Root>
    </Card>
  )
}
