package fr.entecole.comptes.feuilles;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/// Binds PDF documents into one as they come: each is copied to the output, its objects under new numbers, then
/// forgotten. What stays in memory is the place of each object, eight bytes, and the numbers of pages; a merger of
/// whole documents would keep them all until the last. It understands what [Impression] makes: pages, tags, fonts.
///
/// Source: ISO 32000-1, 7.5 (file structure), 14.7.4 (structure tree).
final class Reliure {

    private final EcriturePdf output;
    private final int pages;
    private final int racine;
    private final List<Integer> feuillets = new ArrayList<>();
    private final List<Integer> plans = new ArrayList<>();
    private final List<String> arbres = new ArrayList<>();
    // What the documents have in common, from the first: language, title, how they are shown, roles of tags.
    private final Map<String, String> catalogue = new TreeMap<>();
    private final Map<String, String> roles = new TreeMap<>();
    private String informations = "";
    private int next;

    Reliure(OutputStream stream) throws IOException {
        output = new EcriturePdf(stream);
        output.raw("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        pages = output.reserve();
        racine = output.reserve();
        stream.flush();
    }

    void add(PDDocument document) throws IOException {
        new Document(document).copy();
    }

    /// Without it the file is broken off, and whoever receives it sees that.
    void finish() throws IOException {
        if (feuillets.isEmpty()) {
            throw new IllegalStateException("nothing to bind");
        }
        output.object(pages, "<</Type/Pages/Count " + feuillets.size() + "/Kids[" + references(feuillets) + "]>>");
        output.object(
                racine,
                "<</Type/StructTreeRoot/K[" + references(plans) + "]/ParentTree<</Kids[" + String.join(" ", arbres)
                        + "]>>/ParentTreeNextKey " + next + joined(roles) + ">>");
        int root = output.reserve();
        output.object(
                root,
                "<</Type/Catalog/Pages " + pages + " 0 R/StructTreeRoot " + racine + " 0 R" + joined(catalogue) + ">>");
        output.end(root, informations);
    }

    private static String references(List<Integer> numbers) {
        var all = new StringBuilder();
        numbers.forEach(number -> all.append(number).append(" 0 R "));
        return all.toString();
    }

    private static String joined(Map<String, String> entries) {
        var all = new StringBuilder();
        entries.forEach(
                (name, value) -> all.append('/').append(name).append(' ').append(value));
        return all.toString();
    }

    /// One document on its way through: who has which number, and what is still to be written.
    private final class Document {

        private final PDDocument document;
        private final Map<COSBase, Integer> numbers = new IdentityHashMap<>();
        private final Deque<COSBase> todo = new ArrayDeque<>();
        private final int first = next;

        Document(PDDocument document) {
            this.document = document;
        }

        void copy() throws IOException {
            var catalog = document.getDocumentCatalog().getCOSObject();
            var root = catalog.getCOSDictionary(COSName.STRUCT_TREE_ROOT);
            numbers.put(catalog.getCOSDictionary(COSName.PAGES), pages);
            numbers.put(root, racine);
            if (feuillets.isEmpty()) {
                keep(catalog, catalogue, COSName.LANG, COSName.MARK_INFO, COSName.VIEWER_PREFERENCES, COSName.METADATA);
                keep(root, roles, COSName.ROLE_MAP);
                informations = reference(document.getDocumentInformation().getCOSObject());
            }
            for (var page : document.getPages()) {
                var dictionary = page.getCOSObject();
                dictionary.setItem(COSName.PARENT, catalog.getCOSDictionary(COSName.PAGES));
                if (dictionary.containsKey(COSName.STRUCT_PARENTS)) {
                    dictionary.setInt(COSName.STRUCT_PARENTS, first + dictionary.getInt(COSName.STRUCT_PARENTS));
                }
                feuillets.add(number(dictionary));
            }
            var plan = root.getDictionaryObject(COSName.K);
            for (var top : plan instanceof COSArray several ? several.toList() : List.of(plan)) {
                plans.add(number(Objects.requireNonNull(resolved(top))));
            }
            arbres.add(reference(tree(root.getCOSDictionary(COSName.PARENT_TREE))));
            while (!todo.isEmpty()) {
                var value = todo.removeFirst();
                output.object(number(value), value, this::referenceIfObject);
            }
        }

        private void keep(COSDictionary from, Map<String, String> to, COSName... names) {
            for (var name : names) {
                var value = from.getDictionaryObject(name);
                if (value != null) {
                    to.put(name.getName(), reference(value));
                }
            }
        }

        /// The numbers of this document's pages come after those of the former.
        private COSDictionary tree(COSDictionary parents) {
            var nums = new COSArray();
            collect(parents, nums);
            var node = new COSDictionary();
            var limits = new COSArray();
            limits.add(nums.get(0));
            limits.add(nums.get(nums.size() - 2));
            node.setItem(COSName.LIMITS, limits);
            node.setItem(COSName.NUMS, nums);
            return node;
        }

        private void collect(COSDictionary node, COSArray nums) {
            var own = node.getCOSArray(COSName.NUMS);
            for (int i = 0; own != null && i + 1 < own.size(); i += 2) {
                int key = first + ((COSNumber) own.getObject(i)).intValue();
                next = Math.max(next, key + 1);
                nums.add(COSInteger.get(key));
                nums.add(own.get(i + 1));
            }
            var kids = node.getCOSArray(COSName.KIDS);
            for (int i = 0; kids != null && i < kids.size(); i++) {
                collect((COSDictionary) kids.getObject(i), nums);
            }
        }

        private @Nullable String referenceIfObject(COSBase value) {
            var resolved = resolved(value);
            if (resolved == null || resolved instanceof COSNull) {
                return "null";
            }
            boolean apart = value instanceof COSObject || resolved instanceof COSDictionary own && !own.isDirect();
            return apart ? number(resolved) + " 0 R" : null;
        }

        private String reference(COSBase value) {
            return number(Objects.requireNonNull(resolved(value))) + " 0 R";
        }

        private int number(COSBase value) {
            return numbers.computeIfAbsent(value, _ -> {
                todo.add(value);
                return output.reserve();
            });
        }

        private static @Nullable COSBase resolved(COSBase value) {
            return value instanceof COSObject object ? object.getObject() : value;
        }
    }
}
