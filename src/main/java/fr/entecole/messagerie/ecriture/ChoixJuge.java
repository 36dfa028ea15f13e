package fr.entecole.messagerie.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Publics;
import fr.entecole.comptes.Membres;
import fr.entecole.comptes.destinataires.Selection;
import fr.entecole.messagerie.Cote;
import fr.entecole.messagerie.Envoi;
import fr.entecole.messagerie.Envoi.Lettre;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.surete.Departs;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whom a form has chosen, judged by the rules and the directory of this moment, whatever the page had offered.
@Component
class ChoixJuge {

    private final Selection selection;
    private final Publics publics;
    private final Lecteurs lecteurs;
    private final Membres membres;
    private final Departs departs;

    ChoixJuge(Selection selection, Publics publics, Lecteurs lecteurs, Membres membres, Departs departs) {
        this.selection = selection;
        this.publics = publics;
        this.lecteurs = lecteurs;
        this.membres = membres;
        this.departs = departs;
    }

    /// @return null where nobody can be written to so; what to correct is then said
    /// @throws Introuvable where one of them is not for this person to write to
    @Nullable
    Envoi judge(Utilisateur utilisateur, Contexte contexte, NouveauForm form, Lettre lettre, Erreurs erreurs) {
        return PageDuNouveau.picks(utilisateur)
                ? picked(utilisateur, contexte, form, lettre, erreurs)
                : chosen(contexte, form, lettre, erreurs);
    }

    /// Of the short list, as it stands now: what is not in it cannot be written to.
    private static @Nullable Envoi chosen(Contexte contexte, NouveauForm form, Lettre lettre, Erreurs erreurs) {
        if (form.a().isEmpty()) {
            erreurs.add("a", t("Choisissez à qui écrire."));
            return null;
        }
        var to = contexte.interlocuteurs().stream()
                .filter(i -> i.code().equals(form.a()))
                .findFirst()
                .orElseThrow(Introuvable::new);
        return new Envoi(
                to.ecole(),
                form.objet(),
                List.of(to.pour()),
                "",
                to.eleves(),
                false,
                contexte.matrice().retains(to.ecole(), to.droit()),
                null,
                lettre);
    }

    private @Nullable Envoi picked(
            Utilisateur utilisateur, Contexte contexte, NouveauForm form, Lettre lettre, Erreurs erreurs) {
        var cote = Cote.of(utilisateur);
        var champ = PageDuNouveau.champ(utilisateur, contexte.matrice());
        var accepted = selection.accepted(utilisateur, champ, form.pour());
        var ecoles = accepted.stream().map(Public::ecoleId).collect(Collectors.toSet());
        if (accepted.isEmpty()) {
            erreurs.add("pour", t("Choisissez à qui écrire."));
            return null;
        }
        if (ecoles.size() > 1) {
            erreurs.add("pour", t("Choisissez des personnes d’une seule école à la fois."));
            return null;
        }
        var ecole = ecoles.iterator().next();
        for (var pour : accepted) {
            var droit = PageDuNouveau.droit(cote, pour.qui());
            if (!contexte.matrice().permits(ecole, droit)) {
                erreurs.add("pour", droit.phrase(false));
            } else if (pour.qui() == Qui.ELEVES && !lecteurs.among(pour)) {
                erreurs.add("pour", t("Ces élèves ne lisent pas encore\u00a0: écrivez à leurs familles."));
            }
        }
        int nombre = membres.count(accepted).lecteurs();
        if (departs.many(nombre) && !form.saw(nombre)) {
            erreurs.add(
                    "pour",
                    t(
                            "{0, plural, one {# personne va lire} other {# personnes vont lire}} ce message\u00a0: relisez à qui il va, puis envoyez.",
                            nombre));
        }
        return new Envoi(ecole, form.objet(), accepted, words(accepted), Set.of(), form.closed(), false, null, lettre);
    }

    /// Where people are named one by one, who they are is read in the conversation itself.
    private String words(List<Public> accepted) {
        return accepted.stream()
                        .allMatch(pour -> pour.etendue() == Etendue.PERSONNES || pour.etendue() == Etendue.ELEVES)
                ? ""
                : accepted.stream()
                        .map(pour -> pour.etendue() == Etendue.PERSONNES || pour.etendue() == Etendue.ELEVES
                                ? t("quelques personnes")
                                : publics.words(pour))
                        .distinct()
                        .collect(Collectors.joining(", "));
    }
}
