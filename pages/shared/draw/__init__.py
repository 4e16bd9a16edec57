"""How anything looks: charts, tables, lists of facts, and all the CSS. Decides nothing of what is shown."""
