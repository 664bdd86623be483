/** Looks a city over beside the page: a large one takes longer than a letter may. */
import { diagnoseCity } from '../../core/city/diagnose.ts'
import type { CityTexts } from '../../core/city/texts.ts'

globalThis.onmessage = ({ data }: MessageEvent<{ id: number; texts: CityTexts }>) => {
  postMessage({ id: data.id, diagnostics: diagnoseCity(data.texts).diagnostics })
}
