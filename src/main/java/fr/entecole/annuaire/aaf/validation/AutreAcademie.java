package fr.entecole.annuaire.aaf.validation;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.AafReglages;
import fr.entecole.annuaire.aaf.LotRefuse;
import fr.entecole.annuaire.aaf.lecture.Enregistrement;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// Keeps another académie's feed out: ids are unique inside one académie only, so applying it would overwrite people.
/// ENTServAcAcademie says whose a structure is, else the département at the head of its UAI.
public record AutreAcademie(String academie, AafReglages reglages) {

    void check(String fichier, Enregistrement structure) {
        var nom = structure.first("ENTServAcAcademie");
        var code = nom == null ? byUai(structure.first("ENTStructureUAI")) : byName(nom);
        if (code != null && !code.equals(academie)) {
            throw new LotRefuse(t(
                    "La structure {0} du fichier {1} est d’une autre académie ({2}) que celle qui est demandée ({3},"
                            + " {4}) : donnez le lot de cette académie, ou changez --academie.",
                    structure.id(), fichier, nom == null ? code : nom, academie, reglages.nameOf(academie)));
        }
    }

    private String byName(String nom) {
        var propre = Normalizer.normalize(nom, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(java.util.Locale.ROOT)
                .replaceFirst("^ACADEMIE (DE |D')?", "")
                .strip();
        return reglages.academies().getOrDefault(propre, "autre");
    }

    private @Nullable String byUai(@Nullable String uai) {
        if (uai == null || !Verifications.upper(uai).matches("[0-9]{7}[A-Z]")) {
            return null;
        }
        // A pseudo-UAI (reference §12.1) has a bad key and a département that is none: it tells nothing.
        var code = reglages.academieOfDepartement(uai.substring(0, 3));
        return code == null && Verifications.uai(Verifications.upper(uai)) ? "autre" : code;
    }
}
