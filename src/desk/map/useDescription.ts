import { useEffect, useState } from 'react'
import type { Language } from '../../core/scenario/primitives.ts'
import { mapCity } from './fromCity.ts'
import type { MapModel } from './model.ts'
import { describe } from './wording.ts'

const EVERY_MS = 2000

/** The map in words, worded anew every two seconds; empty if the model can't be read. */
export function useDescription(model: MapModel, lang: Language): string {
  const [text, setText] = useState('')
  useEffect(() => {
    const tell = () => {
      try {
        setText(describe(mapCity(model.city), model.read(), lang))
      } catch {
        setText('')
      }
    }
    tell()
    const timer = window.setInterval(tell, EVERY_MS)
    return () => window.clearInterval(timer)
  }, [model, lang])
  return text
}
