"""What turns a document into paper, a workbook or a page."""
