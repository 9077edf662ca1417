/** By model the last save of its draft that was begun here: one may still be on its way when its page is left. */
const underWay = new Map<string, Promise<unknown>>()

export function noteSave(model: string, save: Promise<unknown>): void {
  underWay.set(model, save)
}

/** Done when every save of the model that was begun here is. */
export async function afterSaves(model: string): Promise<void> {
  await underWay.get(model)
}
