export default function Layout({ children }) {
  return <html lang="vi"><body>{children}</body></html>;
}
