package fr.entecole.comptes.destinataires;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.destinataires.Carnet;
import fr.entecole.annuaire.destinataires.Champ;
import fr.entecole.annuaire.destinataires.Destinataire;
import fr.entecole.comptes.Membres;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What a room asks of the picker: the part of its page, and whom its form has chosen.
@Component
public class Selection {

    private static final int LONGEST = 100;

    private final Carnet carnet;
    private final Membres membres;
    private final Appellations appellations;

    Selection(Carnet carnet, Membres membres, Appellations appellations) {
        this.carnet = carnet;
        this.membres = membres;
        this.appellations = appellations;
    }

    /// What the picker shows. As [#accepted], it refuses what is not theirs to choose.
    ///
    /// @param codes of what is chosen, as the form sends them ([Public#code])
    /// @param saisie what is searched for, as typed; empty when nothing is
    public Choix read(Utilisateur utilisateur, Champ champ, Collection<String> codes, String saisie) {
        var publics = codes.isEmpty() ? List.<Public>of() : accepted(utilisateur, champ, codes);
        var choisis = carnet.named(publics);
        var taken = choisis.stream().map(d -> d.pour().code()).collect(Collectors.toSet());
        var found = saisie.isBlank() || saisie.length() > LONGEST
                ? List.<Destinataire>of()
                : carnet.find(utilisateur, champ, saisie);
        var comptage = membres.count(publics);
        var others =
                found.stream().filter(d -> !taken.contains(d.pour().code())).toList();
        return new Choix(
                champ,
                choisis,
                carnet.offered(utilisateur, champ).stream()
                        .filter(d -> !taken.contains(d.pour().code()))
                        .toList(),
                saisie.strip(),
                others,
                others.isEmpty() && !found.isEmpty(),
                publics,
                comptage,
                appellations.personnes(comptage.personnesSansCompte()).values().stream()
                        .sorted()
                        .toList());
    }

    /// What a form begins with: the one class that they teach, else the one school that they direct, else nobody.
    public List<String> preset(Utilisateur utilisateur, Champ champ) {
        return carnet.preset(utilisateur, champ).stream().map(Public::code).toList();
    }

    /// Of what a draft had chosen, what may still be.
    public List<String> still(Utilisateur utilisateur, Champ champ, Collection<String> codes) {
        return codes.stream()
                .filter(code ->
                        !carnet.accepted(utilisateur, champ, List.of(code)).isEmpty())
                .toList();
    }

    /// What a form has chosen, judged: the publics to file under, those of one school, reach and people as one; none
    /// where nothing was chosen.
    ///
    /// @throws Introuvable when one of them is not for this person to choose
    public List<Public> accepted(Utilisateur utilisateur, Champ champ, Collection<String> codes) {
        var accepted = carnet.accepted(utilisateur, champ, codes);
        if (accepted.isEmpty() && !codes.isEmpty()) {
            throw new Introuvable();
        }
        return accepted;
    }
}
