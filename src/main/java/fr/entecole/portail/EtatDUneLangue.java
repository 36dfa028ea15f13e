package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.langue.Langue;
import java.util.List;

/// How far a language has come, said in that language.
final class EtatDUneLangue {

    private EtatDUneLangue() {}

    static List<String> of(Langue langue) {
        return langue.call(
                () -> langue == Langue.FRANCAIS
                        ? List.of(t("Tout l’ENT-École est écrit en français."))
                        : List.of(
                                t(
                                        "Les feuilles, l’entrée, la charte, l’accueil des parents et les réglages sont dans cette langue. Le reste est en français."),
                                langue.relue()
                                        ? t("Cette traduction a été relue.")
                                        : t(
                                                "Cette traduction n’a pas encore été relue par une personne dont c’est la langue.")));
    }
}
