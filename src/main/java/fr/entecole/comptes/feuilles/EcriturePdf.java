package fr.entecole.comptes.feuilles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.cos.ICOSVisitor;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.jspecify.annotations.Nullable;

/// Writes the objects of a PDF one after the other and keeps of each but its place, for the table at the end. Those
/// without a stream of their own are packed together and deflated. Source: ISO 32000-1, 7.5.7 and 7.5.8.
final class EcriturePdf {

    private static final int PAR_PAQUET = 200;
    private static final int PLACE = 1 + Long.BYTES + Short.BYTES;

    private final OutputStream stream;
    private long position;
    // A position in the file; or, for what is packed, the number of the package and the rank in it, below zero.
    private long[] places = new long[1024];
    private int count = 1;
    private int paquet;
    private int packed;
    private final StringBuilder sommaire = new StringBuilder();
    private final ByteArrayOutputStream contenu = new ByteArrayOutputStream();

    EcriturePdf(OutputStream stream) {
        this.stream = stream;
    }

    int reserve() {
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
        }
        return count++;
    }

    void raw(String text) throws IOException {
        raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void raw(byte[] bytes) throws IOException {
        stream.write(bytes);
        position += bytes.length;
    }

    /// @param text an object without stream
    void object(int number, String text) throws IOException {
        pack(number, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// @param references what is written in place of a value that is an object of its own, null for others
    void object(int number, COSBase value, References references) throws IOException {
        var bytes = new ByteArrayOutputStream();
        value.accept(new Plume(bytes, references));
        if (value instanceof COSStream) {
            alone(number, bytes.toByteArray());
        } else {
            pack(number, bytes.toByteArray());
        }
    }

    /// Writes the table and the end of the file.
    void end(int catalogue, String informations) throws IOException {
        flush();
        int table = reserve();
        places[table] = position;
        long begin = position;
        var rows = ByteBuffer.allocate(count * PLACE);
        rows.put((byte) 0).putLong(0).putShort((short) -1);
        for (int number = 1; number < count; number++) {
            long place = places[number];
            if (place < 0) {
                rows.put((byte) 2).putLong(-place / PAR_PAQUET).putShort((short) (-place % PAR_PAQUET));
            } else {
                rows.put((byte) 1).putLong(place).putShort((short) 0);
            }
        }
        alone(
                table,
                deflated(
                        "/Type/XRef/W[1 " + Long.BYTES + " " + Short.BYTES + "]/Size " + count + "/Root " + catalogue
                                + " 0 R/Info " + informations,
                        rows.array()));
        raw("startxref\n" + begin + "\n%%EOF\n");
        stream.flush();
    }

    private void alone(int number, byte[] object) throws IOException {
        places[number] = position;
        raw(number + " 0 obj\n");
        raw(object);
        raw("\nendobj\n");
    }

    private void pack(int number, byte[] object) throws IOException {
        if (packed == 0) {
            paquet = reserve();
        }
        places[number] = -((long) paquet * PAR_PAQUET + packed);
        sommaire.append(number).append(' ').append(contenu.size()).append(' ');
        contenu.write(object);
        contenu.write('\n');
        packed++;
        if (packed == PAR_PAQUET) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (packed == 0) {
            return;
        }
        var head = sommaire.toString().getBytes(StandardCharsets.ISO_8859_1);
        var all = ByteBuffer.allocate(head.length + contenu.size())
                .put(head)
                .put(contenu.toByteArray())
                .array();
        alone(paquet, deflated("/Type/ObjStm/N " + packed + "/First " + head.length, all));
        packed = 0;
        sommaire.setLength(0);
        contenu.reset();
    }

    private static byte[] deflated(String entries, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(content);
        }
        var object = new ByteArrayOutputStream();
        object.write(("<<" + entries + "/Filter/FlateDecode/Length " + bytes.size() + ">>\nstream\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeTo(object);
        object.write("\nendstream".getBytes(StandardCharsets.ISO_8859_1));
        return object.toByteArray();
    }

    /// How a document's objects name one another.
    interface References {
        @Nullable
        String of(COSBase value);
    }

    /// Writes values as the file spells them.
    private record Plume(ByteArrayOutputStream to, References references) implements ICOSVisitor {

        private void write(@Nullable COSBase value) throws IOException {
            if (value == null) {
                text("null");
                return;
            }
            var reference = references.of(value);
            if (reference == null) {
                value.accept(this);
            } else {
                text(reference);
            }
        }

        private void text(String text) throws IOException {
            to.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        private void entries(COSDictionary dictionary) throws IOException {
            for (var entry : dictionary.entrySet()) {
                if (!(dictionary instanceof COSStream && entry.getKey().equals(COSName.LENGTH))) {
                    entry.getKey().writePDF(to);
                    to.write(' ');
                    write(entry.getValue());
                }
            }
        }

        @Override
        public void visitFromArray(COSArray array) throws IOException {
            to.write('[');
            for (int i = 0; i < array.size(); i++) {
                write(array.get(i));
                to.write(' ');
            }
            to.write(']');
        }

        @Override
        public void visitFromDictionary(COSDictionary dictionary) throws IOException {
            text("<<");
            entries(dictionary);
            text(">>");
        }

        @Override
        public void visitFromStream(COSStream stream) throws IOException {
            text("<<");
            entries(stream);
            text("/Length " + stream.getLength() + ">>\nstream\n");
            try (var raw = stream.createRawInputStream()) {
                raw.transferTo(to);
            }
            text("\nendstream");
        }

        @Override
        public void visitFromString(COSString string) throws IOException {
            COSWriter.writeString(string, to);
        }

        @Override
        public void visitFromName(COSName name) throws IOException {
            name.writePDF(to);
        }

        @Override
        public void visitFromInt(COSInteger number) throws IOException {
            number.writePDF(to);
        }

        @Override
        public void visitFromFloat(COSFloat number) throws IOException {
            number.writePDF(to);
        }

        @Override
        public void visitFromBoolean(COSBoolean value) throws IOException {
            value.writePDF(to);
        }

        @Override
        public void visitFromNull(COSNull value) throws IOException {
            value.writePDF(to);
        }

        @Override
        public void visitFromDocument(COSDocument document) {
            throw new UnsupportedOperationException();
        }
    }
}
