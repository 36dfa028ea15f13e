package fr.entecole.comptes.impression;

import fr.entecole.papier.Feuillet;
import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.langue.Langue;
import fr.entecole.socle.langue.LangueDuLecteur;
import gg.jte.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Composes the sheets of codes, which `papier` sets, with the addresses that stand on them.
@Component
public class ImpressionDesCodes {

    private final AdressePublique adresse;
    private final String style = style();

    ImpressionDesCodes(AdressePublique adresse) {
        this.adresse = adresse;
    }

    /// What is set at a time, in order.
    public List<Feuillet> feuillets(Liasse liasse) {
        return liasse.parts().stream()
                .map(part -> new Feuillet(
                        "comptes/impression/liasse",
                        Map.of("liasse", part, "impression", this),
                        style,
                        part.alphabets()))
                .toList();
    }

    /// Where to go when the square cannot be photographed, without what nobody types.
    public String adresse() {
        return adresse.lien("/activation").replaceFirst("^https?://", "");
    }

    public String connexion() {
        return adresse.lien("/connexion").replaceFirst("^https?://", "");
    }

    /// What the square to photograph says: the code stands in the fragment, which no server and no proxy receives.
    String carre(Liasse.Feuille feuille) {
        return adresse.lien("/activation" + LangueDuLecteur.said(feuille.langue()) + "#"
                + feuille.code().replace(" ", ""));
    }

    /// A part of a sheet, said in this language.
    static Content in(Langue langue, Content part) {
        return output -> langue.call(() -> {
            part.writeTo(output);
            return true;
        });
    }

    private static String style() {
        try (var in = Objects.requireNonNull(
                ImpressionDesCodes.class.getResourceAsStream("/fr/entecole/comptes/impression/feuille.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
