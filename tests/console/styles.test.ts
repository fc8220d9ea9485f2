import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '../..')
const sheets = ['console/styles', 'shared/ui'].flatMap((folder) =>
  readdirSync(join(root, folder))
    // On paper nothing moves.
    .filter((file) => file.endsWith('.css') && file !== 'paper.css')
    .map((file) => ({ file: `${folder}/${file}`, rules: readFileSync(join(root, folder, file), 'utf8') })),
)

/** What stands around the lines of a chat and the lists beside it. */
const around =
  /(?<![\w-])(?:html|body|:root|main|#console|\.(?:app|chats|panes|pane|pane-body|timeline|log|inbox|inbox-body|scroll|rows))(?![\w-])[^\s>~+,{]*:has\(/

test('no rule looks for something in all of a chat: a browser would look again with each line that is drawn', () => {
  const found = sheets.filter(({ rules }) => around.test(rules)).map(({ file }) => file)
  expect(found).toEqual([])
})
