/** The keys of a chord, each as it is printed on the keyboard. */
export function KeyCaps({ names }: { readonly names: readonly string[] }) {
  return (
    <span className="keys">
      {names.map((name) => (
        <kbd key={name} className="key">
          {name}
        </kbd>
      ))}
    </span>
  )
}
