package fr.entecole.papier;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;

/// What a reader of screens is told of a file: the kinds of its parts.
public final class Balises {

    private Balises() {}

    public static Set<String> of(PDDocument pdf) {
        Set<String> seen = new LinkedHashSet<>();
        collect(pdf.getDocumentCatalog().getStructureTreeRoot(), seen);
        return seen;
    }

    private static void collect(PDStructureNode node, Set<String> seen) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                seen.add(element.getStandardStructureType());
                collect(element, seen);
            }
        }
    }
}
