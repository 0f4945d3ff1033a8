"""What Qt asks for in the dialogs of the program and its own translations lack, said by us.

Found by holding Qt 6.11's Spanish and Portuguese against what its libraries say; `tests/ui/look/test_qt_dialogs.py`
opens the dialogs and fails where either still lacks a text.
"""

from collections.abc import Mapping
from types import MappingProxyType

from app.words.words import mark

GAPS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("QAbstractFileIconProvider", "%1 File"): mark("Archivo %1"),
        ("QAbstractFileIconProvider", "Drive"): mark("Unidad de disco"),
        ("QAbstractFileIconProvider", "File"): mark("Archivo"),
        ("QAbstractFileIconProvider", "File Folder"): mark("Carpeta de archivos"),
        ("QAbstractFileIconProvider", "Folder"): mark("Carpeta"),
        ("QAbstractFileIconProvider", "Shortcut"): mark("Acceso directo"),
        ("QAbstractFileIconProvider", "Unknown"): mark("No se sabe de qué tipo"),
        ("QFileDialog", "&Look in:"): mark("&Buscar en:"),
        ("QFileDialog", "Files of &type:"): mark("&Tipo de archivo:"),
        (
            "QFileSystemModel",
            (
                '<b>The name "%1" cannot be used.</b>'
                "<p>Try using another name, with fewer characters or no punctuation marks."
            ),
        ): mark(
            "<b>No se puede usar el nombre «%1».</b><p>Pruebe con otro, con menos letras o sin signos de puntuación."
        ),
        ("QPageSetupWidget", "Page &order:"): mark("&Orden de las páginas:"),
        ("QPageSetupWidget", "Pages &per sheet:"): mark("Páginas &por hoja:"),
        ("QPrintDialog", "Automatic"): mark("Automático"),
        ("QPrintDialog", "Duplex Settings Conflicts"): mark("Las dos caras no van con otra opción"),
        (
            "QPrintDialog",
            "There are conflicts in duplex settings. Do you want to fix them?",
        ): mark("La impresión a dos caras no va con otra opción. ¿Quiere corregirlo?"),
        ("QPrintDialog", "Invalid Pages Definition"): mark("Así no se indican páginas"),
        (
            "QPrintDialog",
            (
                "%1 does not follow the correct syntax. Please use ',' to separate ranges and pages, '-' to define "
                "ranges and make sure ranges do not intersect with each other."
            ),
        ): mark(
            "«%1» no indica páginas. Separe páginas y tramos con «,», escriba cada tramo con «-» "
            "y no repita una página en dos tramos."
        ),
        ("QPrintPropertiesDialog", "Advanced Option Conflicts"): mark("Hay opciones avanzadas que no van juntas"),
        ("QPrintPropertiesDialog", "Page Setup Conflicts"): mark("Hay opciones de página que no van juntas"),
        (
            "QPrintPropertiesDialog",
            "There are conflicts in page setup options. Do you want to fix them?",
        ): mark("Hay opciones de página que no van juntas. ¿Quiere corregirlas?"),
        (
            "QPrintPropertiesDialog",
            "There are conflicts in some advanced options. Do you want to fix them?",
        ): mark("Hay opciones avanzadas que no van juntas. ¿Quiere corregirlas?"),
        ("QPrintPropertiesWidget", "Advanced"): mark("Más opciones"),
        (
            "QPrintPropertiesWidget",
            "There are conflicts in some options. Please fix them.",
        ): mark("Hay opciones que no van juntas. Corríjalas."),
        ("QPrintSettingsOutput", "Double Sided Printing"): mark("A dos caras"),
        ("QPrintSettingsOutput", "Long side binding"): mark("Se da vuelta por el lado largo"),
        ("QPrintSettingsOutput", "Short side binding"): mark("Se da vuelta por el lado corto"),
        ("QPrintSettingsOutput", "Off"): mark("No"),
        ("QPrintSettingsOutput", "Page &Set:"): mark("&Páginas que se imprimen:"),
        ("QPrintSettingsOutput", "Pages"): mark("Páginas"),
        (
            "QPrintSettingsOutput",
            (
                "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a "
                "hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."
            ),
        ): mark(
            "Escriba páginas o tramos separados por comas. Un tramo son dos números con un guion entre ellos: "
            "3,5-7,9 imprime las páginas 3, 5, 6, 7 y 9."
        ),
        ("QCupsJobWidget", "&Billing information:"): mark("Datos para la &factura:"),
        ("QCupsJobWidget", "Job &priority:"): mark("P&rioridad del trabajo:"),
        ("QCupsJobWidget", "Scheduled &printing:"): mark("&Imprimir a una hora:"),
        ("QCupsJobWidget", "&Start:"): mark("&Al comienzo:"),
        ("QCupsJobWidget", "&End:"): mark("A&l final:"),
        ("QCupsPrinterSupport", "Authentication Needed"): mark("La impresora pide una contraseña"),
        ("QCupsPrinterSupport", "Authentication needed to use %1 on %2."): mark(
            "Para usar %1 en %2 hacen falta usuario y contraseña."
        ),
        ("QCupsPrinterSupport", "Authentication needed to use %1."): mark(
            "Para usar %1 hacen falta usuario y contraseña."
        ),
        ("QCupsPrinterSupport", "Username:"): mark("Usuario:"),
        ("QCupsPrinterSupport", "Password:"): mark("Contraseña:"),
    }
)
"""Our words for them, by the context and the text that Qt asks for."""
