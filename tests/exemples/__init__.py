"""The sources of the sample conventions, and the script that makes the .docx and the .pdf out of them."""
