/** What is used here of https://webassembly.github.io/spec/js-api/; only `lib.dom` declares it otherwise. */
declare namespace WebAssembly {
  interface MemoryDescriptor {
    readonly initial: number
    readonly maximum: number
  }
  class Memory {
    constructor(descriptor: MemoryDescriptor)
    readonly buffer: ArrayBuffer
  }
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>)
  }
  class Instance {
    constructor(module: Module, imports: { readonly env: { readonly memory: Memory } })
    readonly exports: object
  }
  /** Whether these bytes would make a module here: false where a feature that they need is missing. */
  function validate(bytes: Uint8Array<ArrayBuffer>): boolean
}
