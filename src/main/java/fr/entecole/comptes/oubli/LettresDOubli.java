package fr.entecole.comptes.oubli;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Identite.Acces;
import fr.entecole.annuaire.Nature;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Comptes.Compte;
import fr.entecole.comptes.Logins;
import fr.entecole.comptes.Perissable;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.activation.LiensUniques;
import fr.entecole.courriel.Courriel;
import fr.entecole.courriel.Courriels;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.langue.Langue;
import fr.entecole.socle.langue.LangueDuLecteur;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes the link for another password, where there is an adult, who may come in, whose address is proven, and who was
/// not written to three times since yesterday. Whoever asks learns none of this.
@Component
class LettresDOubli implements Perissable {

    static final int A_DAY = 3;
    static final Duration TERME = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(LettresDOubli.class);
    private static final Duration JOUR = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Comptes comptes;
    private final Utilisateurs utilisateurs;
    private final LiensUniques liens;
    private final ObjectProvider<AdressesProuvees> adresses;
    private final Courriels courriels;
    private final AdressePublique publique;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LettresDOubli(
            JdbcClient jdbc,
            Comptes comptes,
            Utilisateurs utilisateurs,
            LiensUniques liens,
            ObjectProvider<AdressesProuvees> adresses,
            Courriels courriels,
            AdressePublique publique,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.comptes = comptes;
        this.utilisateurs = utilisateurs;
        this.liens = liens;
        this.adresses = adresses;
        this.courriels = courriels;
        this.publique = publique;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// The page does not wait: it takes as long whoever is asked for. The letter is in the language of whom it is for,
    /// else in the one in which it was asked for.
    void ask(String typed, String adresse) {
        var asked = Langue.courante();
        Thread.ofVirtual().name("oubli").start(() -> {
            try {
                transaction.executeWithoutResult(_ -> write(Logins.typed(typed), adresse, asked));
            } catch (DataAccessException | TransactionException e) {
                LOG.warn(
                        "lien pour un mot de passe non écrit : {}", e.getClass().getSimpleName());
            }
        });
    }

    private void write(String login, String adresse, Langue asked) {
        var compte = account(login).filter(this::mayComeIn);
        var courriel = compte.flatMap(
                one -> Optional.ofNullable(adresses.getIfAvailable()).flatMap(all -> all.of(one.id())));
        if (compte.isEmpty() || courriel.isEmpty() || written(compte.get().id()) >= A_DAY) {
            return;
        }
        var id = compte.get().id();
        jdbc.sql("insert into comptes.oubli (compte_id, ecrit_le) values (:compte, :now)")
                .param("compte", id)
                .param("now", OffsetDateTime.now(clock))
                .update();
        var langue =
                Optional.ofNullable(compte.get().langue()).flatMap(Langue::of).orElse(asked);
        var jeton = liens.create(id, TERME);
        courriels.enqueue(langue.call(() -> letter(courriel.get(), login, jeton)));
        journal.record(Fait.of(ActeComptes.LIEN_OUBLI, id)
                .inEcoles(utilisateurs.ecoles(id))
                .from(adresse));
    }

    private Courriel letter(String courriel, String login, String jeton) {
        return new Courriel(
                courriel,
                t("Choisir un autre mot de passe pour l’ENT de l’école"),
                String.join(
                        "\n\n",
                        t("Bonjour,"),
                        t("Quelqu’un, vous sans doute, dit avoir oublié le mot de passe de {0}.", login),
                        t("Pour en choisir un autre, ouvrez ce lien. Il sert une seule fois, pendant une heure :"),
                        publique.lien(OubliController.LIEN) + LangueDuLecteur.said() + "#" + jeton,
                        t("Si ce n’est pas vous, ne faites rien : votre mot de passe reste le même."),
                        t("Personne ne vous demandera ce lien : ni l’école, ni l’assistance.")));
    }

    private Optional<Compte> account(String login) {
        return jdbc.sql("select coalesce(rejoint_id, id) as id from comptes.compte where login = :login")
                .param("login", login)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .optional()
                .flatMap(comptes::byId);
    }

    private boolean mayComeIn(Compte compte) {
        return compte.nature() != Nature.ELEVE
                && utilisateurs.identites(compte.id()).stream().anyMatch(one -> one.acces() == Acces.OUVERT);
    }

    private int written(UUID compte) {
        return jdbc.sql("select count(*) from comptes.oubli where compte_id = :compte and ecrit_le > :hier")
                .param("compte", compte)
                .param("hier", OffsetDateTime.now(clock).minus(JOUR))
                .query((rs, _) -> rs.getInt(1))
                .single();
    }

    @Override
    public int purge() {
        return jdbc.sql("delete from comptes.oubli where ecrit_le < :hier")
                .param("hier", OffsetDateTime.now(clock).minus(JOUR))
                .update();
    }
}
