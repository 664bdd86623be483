import { contentFrom } from '../../../ui/app/content.ts'
import type { ContentFiles } from '../../../ui/services.ts'

/** The shipped files, as the program itself reads them. */
export const content: ContentFiles = contentFrom(
  import.meta.glob<string>(
    ['../../../../scenarios/**/*.{yaml,geojson}', '../../../../scenarios/cities/**/*.json'],
    { query: '?raw', import: 'default' },
  ),
  {},
)
