import { z } from 'zod'
import { scenario } from './schema.ts'

/** The format as a JSON Schema, so that any editor completes and checks a scenario while it is written. */
export function scenarioJsonSchema(): string {
  const schema = z.toJSONSchema(scenario, { io: 'input', reused: 'ref' })
  const titled = {
    $schema: schema.$schema,
    title: 'First Ring scenario / 首铃脚本',
    description:
      'Generated from src/core/scenario/schema.ts by `npm run -s scenario -- schema`; never edited by hand.',
    ...schema,
  }
  return `${JSON.stringify(titled, null, 2)}\n`
}
