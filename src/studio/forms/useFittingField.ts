import { useMemo } from 'react'
import type { Path } from '../../core/scenario/diagnostic.ts'
import { isMap } from '../../core/scenario/edit/write.ts'
import { useStudio } from '../studio.ts'
import { nameOf } from './names.ts'
import { recordEdits } from './truth.ts'
import { type FieldState, useChoiceGround, useField, valueAt } from './useField.ts'

/** A field as it is changed in a form: what stands beside it is made to fit in the same step. */
export function useFittingField(path: Path): FieldState {
  const field = useField(path)
  const { edit, findings } = useStudio()
  const ground = useChoiceGround()
  const [first, fact, key] = path
  const isRecord = first === 'facts' && key === 'record' && path.length === 3
  return useMemo(() => {
    if (!isRecord || fact === undefined) return field
    const at: Path = [first, fact]
    const name = nameOf([...at, key])
    return {
      ...field,
      set: (value) => {
        const now = valueAt(findings.get().content, at)
        const edits = recordEdits(at, isMap(now) ? now : {}, String(value), ground)
        void edit({ zh: `改“${name.zh}”`, en: `change '${name.en}'` }, edits)
      },
    }
  }, [field, isRecord, first, fact, key, edit, findings, ground])
}
