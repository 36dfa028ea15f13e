package fr.entecole.comptes.activation;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.saisies.Agents;
import fr.entecole.annuaire.saisies.Saisies;
import fr.entecole.annuaire.saisies.Saisies.Agent;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.Comptes;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.Commande;
import fr.entecole.socle.Profil;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// `./ent compte creer-administrateur "Prénom Nom"`: the region's first administrator, from whom the others come. The
/// one-time link goes to standard output; the same name again gives the same account a new link and voids the old.
@Component("compte creer-administrateur")
class CreerAdministrateur implements Commande {

    private final Agents agents;
    private final Saisies saisies;
    private final Comptes comptes;
    private final LiensUniques liens;
    private final Journal journal;
    private final AdressePublique adresse;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CreerAdministrateur(
            Agents agents,
            Saisies saisies,
            Comptes comptes,
            LiensUniques liens,
            Journal journal,
            AdressePublique adresse,
            TransactionTemplate transaction,
            Clock clock) {
        this.agents = agents;
        this.saisies = saisies;
        this.comptes = comptes;
        this.liens = liens;
        this.journal = journal;
        this.adresse = adresse;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String usage() {
        return "compte creer-administrateur \"Prénom Nom\"";
    }

    @Override
    public int run(List<String> arguments) {
        var names = String.join(" ", arguments).strip().split("\\s+", 2);
        if (names.length < 2 || names[0].startsWith("-")) {
            System.err.println(t("Donnez le prénom et le nom : ./ent {0}", usage()));
            return 2;
        }
        var jeton = transaction.execute(_ -> link(names[0], names[1]));
        System.out.println(adresse.lien("/premiere-connexion#" + jeton));
        System.err.println(t(
                "Lien à usage unique, valable {0, plural, one {# heure} other {# heures}} : remettez-le à cette personne seule. Il ouvre la page où choisir un mot de passe.",
                liens.duree().toHours()));
        return 0;
    }

    private String link(String prenom, String nom) {
        var personne = agents.find(Profil.ADMINISTRATEUR, prenom, nom, LocalDate.now(clock))
                .orElseGet(() ->
                        saisies.addAgent(new Agent(Profil.ADMINISTRATEUR, null, prenom, nom, null, null, null, null)));
        comptes.createMissing();
        var compte = comptes.ofPersonne(personne).orElseThrow();
        journal.record(Fait.of(ActeComptes.LIEN_ADMINISTRATEUR, compte).ofRegion());
        return liens.create(compte);
    }
}
