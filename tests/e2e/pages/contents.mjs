// The table of contents of the results page.

export class Contents {
  constructor(page) {
    this.nav = page.getByTestId("contents");
    this.toggle = this.nav.getByRole("button");
    this.list = this.nav.locator("ol");
    this.links = this.list.locator("a");
    this.current = this.list.locator("[aria-current]");
  }

  link(title) {
    return this.list.getByRole("link", { name: title, exact: true });
  }
}
