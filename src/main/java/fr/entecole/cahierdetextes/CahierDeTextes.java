package fr.entecole.cahierdetextes;

import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.cahierdetextes.Travail.Nature;
import fr.entecole.direct.Direct;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one place that writes what stands in notebooks: given, corrected, carried over, taken away. Who may is judged by
/// the caller.
@Component
class CahierDeTextes {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final AnnoncesDuTravail annonces;
    private final Direct direct;

    CahierDeTextes(JdbcClient jdbc, Journal journal, AnnoncesDuTravail annonces, Direct direct) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.annonces = annonces;
        this.direct = direct;
    }

    /// The same line for the same pupils on the same day is one, however often it is sent.
    ///
    /// @param jours one, or those on which it comes back
    /// @param also what goes with each new one, in the same transaction
    /// @return what is new, none where all of it stood already
    @Transactional
    public List<UUID> give(Don don, List<LocalDate> jours, Auteur auteur, Instant now, Consumer<UUID> also) {
        var given = write(don, jours, auteur, now);
        given.forEach(also);
        if (!given.isEmpty() && don.nature == Nature.A_FAIRE) {
            journal.record(Fait.of(ActeCahierDeTextes.TRAVAIL_DONNE, given.getFirst())
                    .by(auteur.compte)
                    .inEcole(don.classe.ecoleId()));
            annonces.announce(don, given, auteur.personne, now);
        }
        if (!given.isEmpty()) {
            tell(don.classe.id(), auteur);
        }
        return given;
    }

    /// The same, told to nobody: what a world begins with.
    @Transactional
    public List<UUID> write(Don don, List<LocalDate> jours, Auteur auteur, Instant now) {
        open(don.classe, now);
        var serie = jours.size() > 1 ? UUID.randomUUID() : null;
        return jours.stream()
                .flatMap(jour -> insert(don, jour, serie, auteur, now).stream())
                .toList();
    }

    private void open(Classe classe, Instant now) {
        jdbc.sql("""
                        insert into cahierdetextes.cahier (classe_id, ecole_id, annee, libelle, niveaux, ouvert_le)
                        values (:classe, :ecole, :annee, :libelle, :niveaux, :maintenant)
                        on conflict (classe_id) do update set libelle = excluded.libelle, niveaux = excluded.niveaux
                        """)
                .param("classe", classe.id())
                .param("ecole", classe.ecoleId())
                .param("annee", classe.annee().rentree())
                .param("libelle", classe.libelle())
                .param("niveaux", classe.niveaux().toArray(String[]::new))
                .param("maintenant", utc(now))
                .update();
    }

    private Optional<UUID> insert(Don don, LocalDate jour, @Nullable UUID serie, Auteur auteur, Instant now) {
        var written = jdbc.sql("""
                        insert into cahierdetextes.travail
                               (ecole_id, classe_id, nature, jour, matiere, niveau, texte, lien, minutes, empreinte,
                                numero, serie_id, auteur_id, publie_le, ecrit_le)
                        values (:ecole, :classe, :nature, :jour, :matiere, :niveau::text, :texte, :lien, :minutes,
                                :empreinte, 1, :serie::uuid, :auteur, :maintenant, :maintenant)
                        on conflict (classe_id, jour, empreinte) where retire_le is null do nothing
                        returning id
                        """)
                .param("ecole", don.classe.ecoleId())
                .param("classe", don.classe.id())
                .param("nature", don.nature.name())
                .param("jour", jour)
                .param("matiere", don.propos.matiere)
                .param("niveau", don.pour.niveau)
                .param("texte", don.propos.texte)
                .param("lien", don.propos.lien)
                .param("minutes", don.propos.minutes)
                .param("empreinte", print(don.nature, don.propos, don.pour.niveau, don.pour.cles()))
                .param("serie", serie)
                .param("auteur", auteur.personne)
                .param("maintenant", utc(now))
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .optional();
        written.ifPresent(id -> jdbc.sql("""
                        insert into cahierdetextes.destination (ecole_id, cle, jour, travail_id)
                        select :ecole, c, :jour, :travail from unnest(:cles::text[]) c
                        """)
                .param("ecole", don.classe.ecoleId())
                .param("jour", jour)
                .param("travail", id)
                .param("cles", don.pour.cles().toArray(String[]::new))
                .update());
        return written;
    }

    /// Says it otherwise, or puts it on another day. What pupils have done with it stays.
    ///
    /// @param base the version that was corrected; another has been written since: nothing is overwritten
    @Transactional
    public Suite correct(UUID id, int base, LocalDate jour, Propos propos, Auteur auteur, Instant now) {
        var found = jdbc.sql("""
                        select t.classe_id, t.nature, t.niveau, t.numero, t.jour, t.matiere, t.texte, t.lien, t.minutes,
                               array(select d.cle from cahierdetextes.destination d where d.travail_id = t.id) as cles
                          from cahierdetextes.travail t where t.id = :id and t.retire_le is null for update of t
                        """)
                .param("id", id)
                .query((rs, _) -> new Derniere(
                        Colonnes.uuid(rs, "classe_id"),
                        Nature.valueOf(rs.getString("nature")),
                        rs.getString("niveau"),
                        rs.getInt("numero"),
                        rs.getObject("jour", LocalDate.class),
                        new Propos(
                                rs.getString("matiere"),
                                rs.getString("texte"),
                                rs.getString("lien"),
                                rs.getInt("minutes")),
                        Colonnes.strings(rs, "cles")))
                .optional();
        if (found.isEmpty()) {
            return Suite.RETIRE;
        }
        var last = found.get();
        if (last.propos.equals(propos) && last.jour.equals(jour)) {
            return Suite.INCHANGE;
        }
        if (last.numero != base) {
            return Suite.DEPASSE;
        }
        int changed = jdbc.sql("""
                        update cahierdetextes.travail t
                           set jour = :jour, matiere = :matiere, texte = :texte, lien = :lien, minutes = :minutes,
                               empreinte = :empreinte, numero = numero + 1, auteur_id = :auteur, ecrit_le = :maintenant
                         where id = :id
                           and not exists (select 1 from cahierdetextes.travail autre
                                            where autre.classe_id = t.classe_id and autre.jour = :jour
                                              and autre.empreinte = :empreinte and autre.retire_le is null)
                        """)
                .param("id", id)
                .param("jour", jour)
                .param("matiere", propos.matiere)
                .param("texte", propos.texte)
                .param("lien", propos.lien)
                .param("minutes", propos.minutes)
                .param("empreinte", print(last.nature, propos, last.niveau, last.cles))
                .param("auteur", auteur.personne)
                .param("maintenant", utc(now))
                .update();
        if (changed == 0) {
            return Suite.DEJA;
        }
        jdbc.sql("update cahierdetextes.destination set jour = :jour where travail_id = :id")
                .param("jour", jour)
                .param("id", id)
                .update();
        tell(last.classe, auteur);
        return Suite.CORRIGE;
    }

    /// Takes it away: nobody finds it any more. Of a series, this one and those that come after it.
    ///
    /// @return how many were taken away
    @Transactional
    public int withdraw(Travail travail, boolean serie, Auteur auteur, Instant now) {
        var gone = jdbc.sql("""
                        update cahierdetextes.travail set retire_le = :maintenant
                         where retire_le is null
                           and (id = :id or (:serie and serie_id = :serieId::uuid and jour >= :jour))
                        returning id
                        """)
                .param("maintenant", utc(now))
                .param("id", travail.id())
                .param("serie", serie && travail.serieId() != null)
                .param("serieId", travail.serieId())
                .param("jour", travail.jour())
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
        if (!gone.isEmpty() && travail.aFaire()) {
            annonces.withdraw(gone);
            journal.record(Fait.of(ActeCahierDeTextes.TRAVAIL_RETIRE, travail.id())
                    .by(auteur.compte)
                    .inEcole(travail.ecoleId()));
            tell(travail.classeId(), auteur);
        }
        return gone.size();
    }

    /// Puts back what a teacher took away, with those that went with it: what pupils had done with it is there again.
    /// What was written again meanwhile stays the one that stands.
    @Transactional
    public List<UUID> restore(UUID id, Instant since) {
        return jdbc.sql("""
                        update cahierdetextes.travail t set retire_le = null from cahierdetextes.travail parti
                         where parti.id = :id and parti.retire_le > :depuis and parti.masque_le is null
                           and t.retire_le = parti.retire_le and t.masque_le is null
                           and (t.id = parti.id or t.serie_id = parti.serie_id)
                           and not exists (select 1 from cahierdetextes.travail autre
                                            where autre.classe_id = t.classe_id and autre.jour = t.jour
                                              and autre.empreinte = t.empreinte and autre.retire_le is null)
                        returning t.id
                        """)
                .param("id", id)
                .param("depuis", utc(since))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
    }

    /// The open pages of those who teach the class, but of who writes.
    void tell(UUID classe, Auteur auteur) {
        direct.tell(
                jdbc.sql(
                                "select personnel_id from annuaire.enseigne where classe_id = :classe and personnel_id <> :auteur")
                        .param("classe", classe)
                        .param("auteur", auteur.personne)
                        .query((rs, _) -> Colonnes.uuid(rs, "personnel_id"))
                        .list(),
                "travail");
    }

    private static byte[] print(Nature nature, Propos propos, @Nullable String niveau, Collection<String> cles) {
        var said = nature + "\n" + niveau + "\n" + propos + "\n"
                + cles.stream().sorted().collect(Collectors.joining("\n"));
        try {
            return MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// @param compte who is signed in
    /// @param personne the member of staff
    record Auteur(UUID compte, UUID personne) {}

    /// What is to be given.
    record Don(Classe classe, Nature nature, Propos propos, Pour pour) {}

    /// What a line says.
    ///
    /// @param lien an address of the web, empty where there is none
    /// @param minutes about how long it takes, 0 where that is not said
    record Propos(String matiere, String texte, String lien, int minutes) {}

    /// Whom it is for.
    ///
    /// @param niveau those of this level alone; null: whatever the level
    /// @param eleves publics of pupils, all of the class's school
    record Pour(@Nullable String niveau, List<Public> eleves) {

        static Pour classe(Classe classe, @Nullable String niveau) {
            return new Pour(niveau, List.of(Public.ofClasse(classe.ecoleId(), classe.id(), Qui.ELEVES)));
        }

        /// The whole class, whatever the level.
        boolean entire() {
            return niveau == null && eleves.stream().anyMatch(pour -> pour.etendue() == Etendue.CLASSE);
        }

        List<Public> responsables() {
            return eleves.stream()
                    .map(pour -> new Public(pour.etendue(), Qui.RESPONSABLES, pour.ecoleId(), pour.cibles()))
                    .toList();
        }

        private List<String> cles() {
            return Stream.concat(eleves.stream(), responsables().stream())
                    .flatMap(pour -> pour.cles().stream())
                    .map(Cle::valeur)
                    .toList();
        }
    }

    enum Suite {
        CORRIGE,
        INCHANGE,
        /// somebody has written since
        DEPASSE,
        /// the same line stands already on that day
        DEJA,
        RETIRE
    }

    private record Derniere(
            UUID classe,
            Nature nature,
            @Nullable String niveau,
            int numero,
            LocalDate jour,
            Propos propos,
            List<String> cles) {}
}
