package fr.entecole.papier;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;

/// Arabic letters take the shape that joins them to their neighbours, and are laid from right to left: the page setter
/// draws letters one by one, as they come.
final class Attaches implements BidiReorderer {

    private static final int LOGICAL = ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LENGTH_GROW_SHRINK;

    private final ArabicShaping joined = new ArabicShaping(ArabicShaping.LETTERS_SHAPE | LOGICAL);
    private final ArabicShaping apart = new ArabicShaping(ArabicShaping.LETTERS_UNSHAPE | LOGICAL);

    @Override
    public String reorderRTLTextToLTR(String text) {
        return Bidi.writeReverse(text, Bidi.KEEP_BASE_COMBINING | Bidi.DO_MIRRORING);
    }

    @Override
    public String shapeText(String text) {
        return shape(joined, text);
    }

    @Override
    public String deshapeText(String text) {
        return shape(apart, text);
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    private static String shape(ArabicShaping how, String text) {
        try {
            return how.shape(text);
        } catch (ArabicShapingException e) {
            throw new IllegalArgumentException("Arabic letters that cannot be joined", e);
        }
    }
}
