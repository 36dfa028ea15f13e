package fr.entecole.papier;

import com.ibm.icu.text.BreakIterator;
import com.openhtmltopdf.extend.FSTextBreaker;
import java.util.Locale;

/// Where a line may end: as Unicode says it for French, where nothing is cut after an apostrophe, nor inside an amount
/// or a date. The page setter's own breaks « l’ » from its word.
final class Coupes implements FSTextBreaker {

    private final BreakIterator iterator = BreakIterator.getLineInstance(Locale.FRENCH);

    @Override
    public int next() {
        return iterator.next();
    }

    @Override
    public void setText(String text) {
        iterator.setText(text);
    }
}
