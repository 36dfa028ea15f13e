package fr.entecole.papier;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// The square to photograph, drawn where the template has an `<object data-carre="address">`: one shape, sharp at any
/// size. As a picture it cost half of the time of a sheet.
final class Carre implements FSObjectDrawer, FSObjectDrawerFactory {

    private static final String ADRESSE = "data-carre";
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0);

    @Override
    public boolean isReplacedObject(Element element) {
        return element.hasAttribute(ADRESSE);
    }

    @Override
    public FSObjectDrawer createDrawer(Element element) {
        return this;
    }

    @Override
    public @Nullable Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice output,
            RenderingContext context,
            int dotsPerPixel) {
        var modules = modules(element.getAttribute(ADRESSE));
        output.setColor(FSRGBColor.BLACK);
        output.fill(shape(modules, x, y, width / modules.getWidth()));
        return null;
    }

    /// A rectangle for each run of dark modules of a line.
    private static Path2D shape(BitMatrix modules, double x, double y, double side) {
        var shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int line = 0; line < modules.getHeight(); line++) {
            int at = 0;
            while (at < modules.getWidth()) {
                int end = at;
                while (end < modules.getWidth() && modules.get(end, line)) {
                    end++;
                }
                if (end > at) {
                    rectangle(shape, x + at * side, y + line * side, (end - at) * side, side);
                }
                at = end + 1;
            }
        }
        return shape;
    }

    private static void rectangle(Path2D shape, double x, double y, double width, double height) {
        shape.moveTo(x, y);
        shape.lineTo(x + width, y);
        shape.lineTo(x + width, y + height);
        shape.lineTo(x, y + height);
        shape.closePath();
    }

    static BitMatrix modules(String adresse) {
        try {
            return new QRCodeWriter().encode(adresse, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
