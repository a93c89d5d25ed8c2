/* Sorts a table by the column whose head is pressed, and back: by the name of the row, and by cells that tell their head.
   Without this script the table stands in the order of the plan. */
addEventListener("DOMContentLoaded", () => {
  "use strict";
  const { compare } = new Intl.Collator("en", { numeric: true }); // 2.10 after 2.9
  const said = (row, column) => row.cells[column].textContent.trim();
  for (const table of document.querySelectorAll("table.sorts")) {
    const heads = [...table.tHead.rows[0].cells];
    table.classList.add("sorting");
    heads.forEach((head, column) => {
      if (column && !table.tBodies[0].rows[0].cells[column].dataset.head) return;
      head.classList.add("sorter");
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const turn = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", turn === 1 ? "ascending" : "descending");
        for (const body of table.tBodies) body.append(...[...body.rows].sort((one, other) => turn * compare(said(one, column), said(other, column))));
      });
    });
  }
});
