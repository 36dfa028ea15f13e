package fr.entecole.comptes.moncompte;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.Hachage;
import fr.entecole.comptes.appareils.Provenance;
import fr.entecole.comptes.motsdepasse.MotDePasseChoisi;
import fr.entecole.comptes.motsdepasse.MotsDePasse;
import fr.entecole.comptes.portes.Frein;
import fr.entecole.comptes.portes.Portier;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Changes the password of who knows the old one. Wrong ones are slowed like those at the door: a page left open is no
/// way around it.
@Component
class Changement {

    private final JdbcClient jdbc;
    private final Hachage hachage;
    private final Frein frein;
    private final MotsDePasse motsDePasse;

    Changement(JdbcClient jdbc, Hachage hachage, Frein frein, MotsDePasse motsDePasse) {
        this.jdbc = jdbc;
        this.hachage = hachage;
        this.frein = frein;
        this.motsDePasse = motsDePasse;
    }

    /// @return why not
    Optional<Refus> change(UUID compte, String ancien, String motDePasse, String confirmation, Provenance provenance) {
        var exigence = motsDePasse.exigence(compte);
        var refusal = exigence.refusal(motDePasse, confirmation);
        if (refusal.isPresent()) {
            return Optional.of(new Refus(422, "motDePasse", refusal.get()));
        }
        try {
            return hachage.inTurn(() -> judge(compte, exigence.login(), ancien, motDePasse, provenance));
        } catch (Hachage.TropDeMonde e) {
            return Optional.of(new Refus(503, "motDePasse", Portier.crowded().phrase()));
        }
    }

    private Optional<Refus> judge(UUID compte, String login, String ancien, String motDePasse, Provenance provenance) {
        var allure = frein.look(login, provenance);
        if (allure.attente().isPositive()) {
            var slowed = Portier.slowed(allure.attente());
            return Optional.of(new Refus(slowed.statut(), "ancien", slowed.phrase()));
        }
        if (ancien.length() > Hachage.LONGEST || !hachage.matches(ancien, kept(compte))) {
            frein.fail(login, provenance, allure);
            return Optional.of(new Refus(422, "ancien", t("Ce n’est pas votre mot de passe actuel.")));
        }
        motsDePasse.set(compte, MotDePasseChoisi.of(motDePasse, hachage), provenance.adresse());
        return Optional.empty();
    }

    private @Nullable String kept(UUID compte) {
        return jdbc.sql("select mot_de_passe from comptes.compte where id = :id")
                .param("id", compte)
                .query((rs, _) -> Optional.ofNullable(rs.getString("mot_de_passe")))
                .single()
                .orElse(null);
    }

    /// @param champ the field that it is about
    record Refus(int statut, String champ, String phrase) {}
}
