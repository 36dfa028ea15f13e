package fr.entecole.comptes.destinataires;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.destinataires.Carnet;
import fr.entecole.annuaire.destinataires.Champ;
import fr.entecole.annuaire.destinataires.Destinataire;
import fr.entecole.comptes.Membres.Comptage;
import java.util.List;

/// The picker as a page shows it: what is chosen, what else is offered, what was found, who gets it.
///
/// @param choisis one line a class, a group, a school, a pupil; each can be taken out
/// @param offerts what may be chosen besides, without searching
/// @param saisie what was searched for, as typed
/// @param trouves [Carnet#SHOWN] at most, one more when there are others
/// @param dejaChoisi all that was found is chosen already
/// @param publics what is chosen, as the room files it
/// @param sansCompte names of those who cannot be reached here, for whoever may address them
public record Choix(
        Champ champ,
        List<Destinataire> choisis,
        List<Destinataire> offerts,
        String saisie,
        List<Destinataire> trouves,
        boolean dejaChoisi,
        List<Public> publics,
        Comptage comptage,
        List<String> sansCompte) {

    public boolean searched() {
        return !saisie.isBlank();
    }

    /// The whole school, for who directs it: among the first choices, not behind a fold.
    public List<Destinataire> premiers() {
        return offerts.stream()
                .filter(d -> champ == Champ.FAMILLES && d.pour().etendue() == Etendue.ECOLE)
                .toList();
    }

    public List<Destinataire> autres() {
        var premiers = premiers();
        return offerts.stream().filter(d -> !premiers.contains(d)).toList();
    }

    public boolean others() {
        return trouves.size() > Carnet.SHOWN;
    }

    public List<Destinataire> shown() {
        return trouves.subList(0, Math.min(Carnet.SHOWN, trouves.size()));
    }

    /// « Familles du CM1 Mme Estève », « Famille de Zoé Delmas et 2 autres choix ».
    public String phrase() {
        return switch (choisis.size()) {
            case 0 -> t("Personne n’est choisi pour l’instant");
            case 1, 2 ->
                String.join(
                        t(" et "), choisis.stream().map(Destinataire::phrase).toList());
            default ->
                t(
                        "{1, plural, one {{0} et # autre choix} other {{0} et # autres choix}}",
                        choisis.getFirst().phrase(), choisis.size() - 1);
        };
    }
}
