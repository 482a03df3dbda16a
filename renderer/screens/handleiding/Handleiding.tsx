export function Handleiding({ page }: { page: string | undefined }) {
  return <h1>{page}</h1>;
}
