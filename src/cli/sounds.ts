/**
 * Makes assets/sounds/*.wav anew: `npx tsx src/cli/sounds.ts`. The same files come out each time.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CATALOGUE } from '../desk/sound/synth/catalogue.ts'
import { writeWav } from '../desk/sound/synth/wav.ts'

const folder = fileURLToPath(new URL('../../assets/sounds/', import.meta.url))
mkdirSync(folder, { recursive: true })

let total = 0
for (const [name, make] of Object.entries(CATALOGUE)) {
  const { samples, rate } = make()
  const bytes = writeWav(samples, rate)
  writeFileSync(`${folder}${name}.wav`, bytes)
  total += bytes.length
  const seconds = (samples.length / rate).toFixed(1)
  console.log(`${name.padEnd(20)} ${seconds.padStart(5)} s ${String(bytes.length).padStart(7)} B`)
}
console.log(`${'total'.padEnd(20)}         ${String(total).padStart(7)} B`)
