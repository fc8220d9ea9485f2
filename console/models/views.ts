import { createModel, signal } from '@preact/signals'
import type { Connection } from '../../shared/client/connection.ts'
import type { TicketViewKept } from '../../shared/protocol/view.ts'
import type { Asked } from '../../shared/protocol.ts'

/** Lists that are kept under a name: mine, and those of my teams. */
export const ViewsModel = createModel((connection: Connection) => {
  const list = signal<readonly TicketViewKept[]>([])

  const load = () =>
    connection.ask('views:list', {}).then(
      ({ views }) => {
        list.value = views
      },
      () => undefined,
    )

  return {
    list,
    load,
    /** Throws where it is refused. */
    async save(wanted: Asked<'views:save'>): Promise<TicketViewKept> {
      const saved = await connection.ask('views:save', wanted)
      await load()
      return saved
    },
    async remove({ id, version }: TicketViewKept) {
      await connection.ask('views:remove', { view: id, version })
      await load()
    },
  }
})

export type Views = InstanceType<typeof ViewsModel>
