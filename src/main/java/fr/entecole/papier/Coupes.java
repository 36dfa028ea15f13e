package fr.entecole.papier;

import com.ibm.icu.text.BreakIterator;
import com.openhtmltopdf.extend.FSTextBreaker;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where a line may end: as Unicode says it for French, where nothing is cut after an apostrophe, nor inside an amount
/// or a date. The page setter's own breaks « l’ » from its word. Nor is a short compound cut at its hyphen
/// (« après-midi »), or an address that somebody has to type.
final class Coupes implements FSTextBreaker {

    /// Signs, the comma after it included: « demi-journée, ».
    private static final int SHORT = 13;

    /// Two columns of a sheet hold one of so many.
    private static final int ADDRESS = 40;

    private static final Pattern IS_ADDRESS = Pattern.compile("\\p{Alnum}\\.\\p{Alnum}[^/]*/|https?://");

    private final BreakIterator iterator = BreakIterator.getLineInstance(Locale.FRENCH);
    private String text = "";

    @Override
    public int next() {
        int end = iterator.next();
        while (end != BreakIterator.DONE && end < text.length() && isInsideOneWord(end)) {
            end = iterator.next();
        }
        return end;
    }

    private boolean isInsideOneWord(int end) {
        int first = end;
        while (first > 0 && !isBlank(first - 1)) {
            first--;
        }
        int last = end;
        while (last < text.length() && !isBlank(last)) {
            last++;
        }
        int length = last - first;
        return first < end
                && end < last
                && (length <= SHORT
                        || length <= ADDRESS
                                && IS_ADDRESS
                                        .matcher(text.substring(first, last))
                                        .find());
    }

    private boolean isBlank(int place) {
        return Character.isWhitespace(text.charAt(place)) || Character.isSpaceChar(text.charAt(place));
    }

    @Override
    public void setText(String text) {
        this.text = text;
        iterator.setText(text);
    }
}
