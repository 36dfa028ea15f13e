package fr.entecole.documents;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How much a person, and a school, may keep at once. What is announced counts before it has arrived; what was taken
/// away no longer does.
@Component
class Quotas {

    private final JdbcClient jdbc;
    private final ReglagesDocuments reglages;

    Quotas(JdbcClient jdbc, ReglagesDocuments reglages) {
        this.jdbc = jdbc;
        this.reglages = reglages;
    }

    Jauge of(Utilisateur utilisateur) {
        long used = jdbc.sql("""
                        select coalesce(sum(coalesce(c.octets, p.annonce)), 0)
                          from documents.piece p left join documents.contenu c on c.empreinte = p.empreinte
                         where p.auteur_id = :personne and p.retiree_le is null
                        """)
                .param("personne", utilisateur.personneId())
                .query((rs, _) -> rs.getLong(1))
                .single();
        boolean child = utilisateur.is(Profil.ELEVE);
        return new Jauge(used, (child ? reglages.eleve() : reglages.adulte()).toBytes());
    }

    /// Held until the transaction ends: two uploads of one person at once are counted one after the other.
    void check(Utilisateur utilisateur, long more) {
        lock(utilisateur.personneId());
        var jauge = of(utilisateur);
        if (jauge.octets() + more > jauge.limite()) {
            throw new DepotRefuse(
                    507,
                    t(
                            "Vous n’avez plus assez de place : il vous reste {0}. Retirez des fichiers dans « Mes fichiers ».",
                            Poids.mots(Math.max(0, jauge.limite() - jauge.octets()))));
        }
    }

    /// @param more bytes that are being attached
    void checkEcole(UUID ecole, long more) {
        lock(ecole);
        long used = jdbc.sql("""
                        select coalesce(sum(c.octets), 0)
                          from documents.piece p join documents.contenu c on c.empreinte = p.empreinte
                         where p.ecole_id = :ecole and p.retiree_le is null
                        """)
                .param("ecole", ecole)
                .query((rs, _) -> rs.getLong(1))
                .single();
        if (used + more > reglages.ecole().toBytes()) {
            throw new DepotRefuse(507, t("L’école n’a plus de place pour les fichiers. Parlez-en à la direction."));
        }
    }

    private void lock(UUID whose) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:whose, 0))")
                .param("whose", "documents " + whose)
                .query((_, _) -> true)
                .single();
    }

    /// @param octets kept
    /// @param limite at most
    record Jauge(long octets, long limite) {

        int part() {
            return (int) Math.min(100, (octets * 100 + limite - 1) / limite);
        }
    }
}
