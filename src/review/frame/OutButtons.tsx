import { Menu } from '@base-ui/react/menu'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import popup from '../../ui/kit/popup.module.css'
import { say } from '../../ui/messages.ts'
import type { Cell } from '../table/columns.ts'
import { downloadCsv, downloadXlsx } from '../table/files.ts'

export interface OutTable {
  readonly name: string
  /** Made when it is taken out: it may have a row for each attempt there is. */
  readonly table: () => readonly (readonly Cell[])[]
}

interface OutProps {
  readonly page: string
  readonly tables?: readonly OutTable[]
}

/** Every table of the page as a file, and the page on paper. */
export function OutButtons({ tables }: OutProps) {
  const t = useT('review')
  const failed = (error: unknown) =>
    say({
      kind: 'error',
      text: t('out.failed', { why: error instanceof Error ? error.message : String(error) }),
    })
  return (
    <>
      {tables && (
        <Menu.Root>
          <Menu.Trigger render={<Button>{t('out.export')}</Button>} />
          <Menu.Portal>
            <Menu.Positioner sideOffset={4} align="end" collisionPadding={8}>
              <Menu.Popup className={popup.list}>
                {tables.flatMap(({ name, table }) => [
                  <Menu.Item
                    key={`${name}.csv`}
                    className={popup.item}
                    onClick={() => downloadCsv(name, table())}
                  >
                    {t('out.csv', { name })}
                  </Menu.Item>,
                  <Menu.Item
                    key={`${name}.xlsx`}
                    className={popup.item}
                    onClick={() => void downloadXlsx(name, table()).catch(failed)}
                  >
                    {t('out.xlsx', { name })}
                  </Menu.Item>,
                ])}
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      )}
      <Button onClick={() => globalThis.print()}>{t('out.print')}</Button>
    </>
  )
}
