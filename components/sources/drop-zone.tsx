'use client'
import { Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { useHydrated } from '@/components/ui/use-hydrated'

/** Takes a file by drop or by choice. */
export function DropZone({ onFile, disabled }: { onFile: (file: File) => void; disabled?: boolean }) {
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const hydrated = useHydrated()
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file && !disabled) onFile(file)
  }
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
      className={cn(
        'grid justify-items-center gap-2 rounded-md border border-dashed border-line-strong px-4 py-8 text-center',
        over && 'border-accent bg-accent-soft',
      )}
    >
      <Upload aria-hidden className="size-5 stroke-[1.5] text-ink-3" />
      <p className="text-sm text-ink-2">Drop a CSV or NDJSON file here, gzip too; it may be large.</p>
      <input
        ref={input}
        type="file"
        aria-label="File to import"
        className="sr-only"
        tabIndex={-1}
        accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl,.gz"
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      <Button disabled={disabled || !hydrated} onClick={() => input.current?.click()}>
        Choose a file
      </Button>
    </div>
  )
}
