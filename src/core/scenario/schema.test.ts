import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SCENARIOS } from '../../cli/content.ts'
import { scenarioJsonSchema } from './jsonSchema.ts'

test("scenarios/scenario.schema.json is the schema's own (`npm run -s scenario -- schema`)", () => {
  expect(readFileSync(join(SCENARIOS, 'scenario.schema.json'), 'utf8')).toBe(scenarioJsonSchema())
})
