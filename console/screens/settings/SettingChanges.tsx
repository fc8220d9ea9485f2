import type { Change } from '../../../shared/settings-file.ts'
import { words as laterWords } from '../../later-words.ts'
import { rowsOf } from '../../models/setting-changes.ts'

/** Settings that become different, each as it is and as it will be. */
export function SettingChanges({ changes }: { changes: readonly Change[] }) {
  const { what, setting, was, willBe } = laterWords.oneFile
  return (
    <div class="table-room">
      <table class="stacks file-changes">
        <thead>
          <tr>
            <th>{what}</th>
            <th>{setting}</th>
            <th>{was}</th>
            <th class="grow">{willBe}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(changes).map((row) => (
            <tr key={row.key}>
              <td class="wrap">{row.where}</td>
              <td class="wrap">{row.setting}</td>
              <td class="wrap" data-label={row.was && was}>
                {row.was && <del>{row.was}</del>}
              </td>
              <td class="wrap grow" data-label={willBe}>
                <ins>{row.willBe}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
