package fr.entecole.cahierdetextes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.cahierdetextes.CahierDeTextes.Don;
import fr.entecole.cahierdetextes.CahierDeTextes.Pour;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.notifications.Sorte;
import fr.entecole.notifications.SortesDeclarees;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Profil;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What families are told of work: once a day for a class, whatever was given that day and by how many teachers. What
/// was told of some pupils alone gives way to what is told of the class.
@Component
public class AnnoncesDuTravail {

    private static final int LONGEST = 160;

    private final JdbcClient jdbc;
    private final Nouvelles nouvelles;
    private final Calendriers calendriers;

    AnnoncesDuTravail(JdbcClient jdbc, Nouvelles nouvelles, Calendriers calendriers) {
        this.jdbc = jdbc;
        this.nouvelles = nouvelles;
        this.calendriers = calendriers;
    }

    void announce(Don don, List<UUID> given, UUID auteur, Instant now) {
        var day = now.atZone(Calendrier.PARIS).toLocalDate();
        var classe = don.classe().id();
        var entire = id(classe, day, "");
        if (don.pour().entire()) {
            narrower(classe, entire, day)
                    .forEach(other -> nouvelles.cancel(SorteCahierDeTextes.TRAVAIL_A_FAIRE, other));
            tell(don, entire, familles(don), given, auteur, now);
        } else if (stands(entire)) {
            remember(given, entire, now);
        } else {
            var familles = familles(don);
            if (!familles.isEmpty()) {
                var codes = familles.stream().map(Public::code).sorted().collect(Collectors.joining("\n"));
                tell(don, id(classe, day, codes), familles, given, auteur, now);
            }
        }
    }

    private void tell(Don don, UUID annonce, List<Public> familles, List<UUID> given, UUID auteur, Instant now) {
        var titre = t("Travail à faire\u00a0: {0}", don.classe().libelle());
        nouvelles.deposit(
                auteur,
                new Nouvelle(
                        SorteCahierDeTextes.TRAVAIL_A_FAIRE,
                        annonce,
                        familles,
                        "/cahierdetextes",
                        titre.length() > LONGEST ? titre.substring(0, LONGEST) : titre),
                calendriers.of(don.classe().ecoleId()).delivery(now).orElse(now));
        remember(given, annonce, now);
    }

    /// Of one level, the families of those who are of it today: the news is of today too.
    private List<Public> familles(Don don) {
        Pour pour = don.pour();
        if (pour.niveau() == null) {
            return pour.responsables();
        }
        var eleves = jdbc.sql("""
                        select p.eleve_id from annuaire.present p
                          join annuaire.inscrit i on i.eleve_id = p.eleve_id and i.classe_id = :classe
                         where p.ecole_id = :ecole and p.niveau = :niveau
                        """)
                .param("classe", don.classe().id())
                .param("ecole", don.classe().ecoleId())
                .param("niveau", pour.niveau())
                .query((rs, _) -> Colonnes.uuid(rs, "eleve_id"))
                .list();
        return eleves.isEmpty()
                ? List.of()
                : List.of(Public.ofEleves(don.classe().ecoleId(), eleves, Qui.RESPONSABLES));
    }

    private void remember(List<UUID> given, UUID annonce, Instant now) {
        jdbc.sql("""
                        update cahierdetextes.travail set annonce_id = :annonce, annonce_le = :maintenant
                         where id = any(:ids)
                        """)
                .param("annonce", annonce)
                .param("maintenant", CahierDeTextes.utc(now))
                .param("ids", given.toArray(UUID[]::new))
                .update();
    }

    private boolean stands(UUID annonce) {
        return jdbc.sql("""
                        select exists (select 1 from cahierdetextes.travail
                                        where annonce_id = :annonce and retire_le is null and masque_le is null)
                        """).param("annonce", annonce).query(Boolean.class).single();
    }

    /// The news that told of this one stands for another as well.
    boolean isToldWithAnother(UUID travail) {
        return jdbc.sql("""
                        select exists (select 1 from cahierdetextes.travail t
                                         join cahierdetextes.travail autre on autre.annonce_id = t.annonce_id
                                        where t.id = :id and autre.retire_le is null)
                        """).param("id", travail).query(Boolean.class).single();
    }

    private List<UUID> narrower(UUID classe, UUID entire, LocalDate day) {
        return jdbc.sql("""
                        select distinct annonce_id from cahierdetextes.travail
                         where classe_id = :classe and annonce_id <> :entire and annonce_le >= :debut
                        """)
                .param("classe", classe)
                .param("entire", entire)
                .param(
                        "debut",
                        CahierDeTextes.utc(day.atStartOfDay(Calendrier.PARIS).toInstant()))
                .query((rs, _) -> Colonnes.uuid(rs, "annonce_id"))
                .list();
    }

    /// Families are not sent to find nothing: the news goes with the last piece of work that it told of.
    public void withdraw(Collection<UUID> gone) {
        jdbc.sql("""
                        select distinct t.annonce_id from cahierdetextes.travail t
                         where t.id = any(:ids) and t.annonce_id is not null
                           and not exists (select 1 from cahierdetextes.travail autre
                                            where autre.annonce_id = t.annonce_id and autre.retire_le is null
                                              and autre.masque_le is null)
                        """)
                .param("ids", gone.toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "annonce_id"))
                .list()
                .forEach(annonce -> nouvelles.cancel(SorteCahierDeTextes.TRAVAIL_A_FAIRE, annonce));
    }

    /// Work that was hidden is shown again: so is the news that went with it.
    public void restore(UUID shown) {
        jdbc.sql("select annonce_id from cahierdetextes.travail where id = :id and annonce_id is not null")
                .param("id", shown)
                .query((rs, _) -> Colonnes.uuid(rs, "annonce_id"))
                .optional()
                .ifPresent(annonce -> nouvelles.restore(SorteCahierDeTextes.TRAVAIL_A_FAIRE, annonce));
    }

    private static UUID id(UUID classe, LocalDate day, String pour) {
        return UUID.nameUUIDFromBytes((classe + "\n" + day + "\n" + pour).getBytes(StandardCharsets.UTF_8));
    }

    /// Work that was given, told once a day to the families of those who have it.
    enum SorteCahierDeTextes implements Sorte {
        TRAVAIL_A_FAIRE;

        @Override
        public String phrase() {
            return t("Du travail à faire");
        }

        @Override
        public Set<Profil> profils() {
            return EnumSet.of(Profil.PARENT);
        }

        @Component
        static class Declares implements SortesDeclarees {

            @Override
            public List<? extends Sorte> sortes() {
                return List.of(values());
            }
        }
    }
}
