package fr.entecole.liaison;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one place that writes mots: published, corrected, taken back, read. Who may is judged by the caller.
@Component
class CahierDeLiaison {

    private final JdbcClient jdbc;
    private final Journal journal;

    CahierDeLiaison(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /// The same words to the same people on the same day are one mot, however often they are sent.
    ///
    /// @param now when it is written
    /// @return the mot, which may stand already
    @Transactional
    public UUID publish(Redaction redaction, Auteur auteur, Instant now) {
        var print = print(redaction);
        var written = insert(redaction, auteur, now, print);
        if (written.isEmpty()) {
            return standing(redaction, auteur, now, print);
        }
        var mot = written.get();
        addVersion(mot, 1, redaction.titre, redaction.texte, auteur, now, redaction.visibleLe);
        jdbc.sql("""
                        insert into liaison.destination (ecole_id, cle, mot_id)
                        select :ecole, c, :mot from unnest(:cles::text[]) c
                        """)
                .param("ecole", redaction.ecole())
                .param("mot", mot)
                .param("cles", redaction.cles().stream().map(Cle::valeur).toArray(String[]::new))
                .update();
        journal.record(Fait.of(ActeLiaison.MOT_PUBLIE, mot).by(auteur.compte).inEcole(redaction.ecole()));
        return mot;
    }

    private Optional<UUID> insert(Redaction redaction, Auteur auteur, Instant now, byte[] print) {
        return jdbc.sql("""
                        insert into liaison.mot (ecole_id, auteur_id, annee, jour, empreinte, publie_le, visible_le)
                        values (:ecole, :auteur, :annee, :jour, :empreinte, :maintenant, :visible)
                        on conflict (ecole_id, auteur_id, jour, empreinte) where retire_le is null do nothing
                        returning id
                        """)
                .param("ecole", redaction.ecole())
                .param("auteur", auteur.personne)
                .param("annee", AnneeScolaire.of(day(redaction.visibleLe)).rentree())
                .param("jour", day(now))
                .param("empreinte", print)
                .param("maintenant", utc(now))
                .param("visible", utc(redaction.visibleLe))
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .optional();
    }

    private UUID standing(Redaction redaction, Auteur auteur, Instant now, byte[] print) {
        return jdbc.sql("""
                        select id from liaison.mot
                         where ecole_id = :ecole and auteur_id = :auteur and jour = :jour and empreinte = :empreinte
                           and retire_le is null
                        """)
                .param("ecole", redaction.ecole())
                .param("auteur", auteur.personne)
                .param("jour", day(now))
                .param("empreinte", print)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    /// Another version, which readers have from its own instant on.
    ///
    /// @return false when it says the same, or was taken back meanwhile
    @Transactional
    public boolean correct(UUID mot, String titre, String texte, Auteur auteur, Instant now, Instant visibleLe) {
        var last = jdbc.sql("""
                        select m.ecole_id, v.numero, v.titre, v.texte from liaison.mot m join liaison.version v on v.mot_id = m.id
                         where m.id = :mot and m.retire_le is null order by v.numero desc limit 1 for update of m
                        """)
                .param("mot", mot)
                .query((rs, _) -> new Derniere(
                        Colonnes.uuid(rs, "ecole_id"),
                        rs.getInt("numero"),
                        rs.getString("titre"),
                        rs.getString("texte")))
                .optional();
        if (last.isEmpty() || last.get().says(titre, texte)) {
            return false;
        }
        addVersion(mot, last.get().numero + 1, titre, texte, auteur, now, visibleLe);
        journal.record(Fait.of(ActeLiaison.MOT_CORRIGE, mot).by(auteur.compte).inEcole(last.get().ecole));
        return true;
    }

    private void addVersion(
            UUID mot, int numero, String titre, String texte, Auteur auteur, Instant now, Instant visibleLe) {
        jdbc.sql("""
                        insert into liaison.version
                               (ecole_id, mot_id, numero, titre, texte, auteur_id, ecrite_le, visible_le)
                        select m.ecole_id, m.id, :numero, :titre, :texte, :auteur, :maintenant,
                               greatest(m.visible_le, :visible)
                          from liaison.mot m where m.id = :mot
                        """)
                .param("mot", mot)
                .param("numero", numero)
                .param("titre", titre)
                .param("texte", texte)
                .param("auteur", auteur.personne)
                .param("maintenant", utc(now))
                .param("visible", utc(visibleLe))
                .update();
    }

    /// Takes it back, unless somebody has read it. The row is held first: whoever reads at the same instant is waited
    /// for, then seen.
    ///
    /// @return whether it stands no more: false when it has been read
    @Transactional
    public boolean withdraw(Mot mot, Auteur auteur, Instant now) {
        boolean already = jdbc.sql("select retire_le is not null from liaison.mot where id = :mot for update")
                .param("mot", mot.id())
                .query(Boolean.class)
                .single();
        boolean withdrawn = jdbc.sql("""
                                update liaison.mot m set retire_le = :maintenant
                                 where m.id = :mot and m.retire_le is null
                                   and not exists (select 1 from liaison.lecture l where l.mot_id = m.id)
                                """)
                        .param("mot", mot.id())
                        .param("maintenant", utc(now))
                        .update()
                == 1;
        if (withdrawn) {
            journal.record(
                    Fait.of(ActeLiaison.MOT_REPRIS, mot.id()).by(auteur.compte).inEcole(mot.ecoleId()));
        }
        return already || withdrawn;
    }

    /// Somebody has opened this version; the first time counts.
    ///
    /// @param lecteur who reads
    /// @param personnes all whom the directory knows this one person as, the reader among them
    @Transactional
    public void read(UUID mot, int numero, UUID lecteur, Collection<UUID> personnes, Instant now) {
        jdbc.sql("""
                        with le_mot as (
                            select id, ecole_id from liaison.mot where id = :mot and retire_le is null for share)
                        insert into liaison.lecture (ecole_id, mot_id, numero, personne_id, principale, lu_le)
                        select m.ecole_id, m.id, :numero, p, p = :lecteur, :maintenant
                          from le_mot m cross join unnest(:personnes::uuid[]) p
                        on conflict do nothing
                        """)
                .param("mot", mot)
                .param("numero", numero)
                .param("lecteur", lecteur)
                .param("personnes", personnes.toArray(UUID[]::new))
                .param("maintenant", utc(now))
                .update();
    }

    private static byte[] print(Redaction redaction) {
        var said = redaction.cles().stream().map(Cle::valeur).sorted().collect(Collectors.joining("\n")) + "\n\n"
                + redaction.titre + "\n\n" + redaction.texte;
        try {
            return MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(Calendrier.PARIS).toLocalDate();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// @param compte who is signed in
    /// @param personne the member of staff
    record Auteur(UUID compte, UUID personne) {}

    /// What is to be published.
    ///
    /// @param familles publics of guardians, all of one school
    /// @param eleves also for the pupils themselves
    record Redaction(List<Public> familles, boolean eleves, String titre, String texte, Instant visibleLe) {

        UUID ecole() {
            return familles.getFirst().ecoleId();
        }

        List<Cle> cles() {
            return familles.stream()
                    .flatMap(pour -> eleves ? Stream.of(pour, pupils(pour)) : Stream.of(pour))
                    .flatMap(pour -> pour.cles().stream())
                    .toList();
        }

        private static Public pupils(Public pour) {
            return new Public(pour.etendue(), Qui.ELEVES, pour.ecoleId(), pour.cibles());
        }
    }

    private record Derniere(UUID ecole, int numero, String titre, String texte) {

        boolean says(String sameTitle, String sameText) {
            return titre.equals(sameTitle) && texte.equals(sameText);
        }
    }
}
