package fr.entecole.comptes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Publics;
import fr.entecole.annuaire.Publics.Membre;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whom a public means today, with who among them has come in: whom a room can reach, and whom it must reach otherwise.
/// The directory says who is meant ([Publics]); an account is in use once its holder has chosen a password or come in.
@Component
public class Membres {

    private static final int AT_ONCE = 500;

    private static final String COMPTES = """
            select c.personne_id, coalesce(c.rejoint_id, c.id) as id,
                   coalesce(a.active_le, c.active_le) is not null as en_usage
              from comptes.compte c left join comptes.compte a on a.id = c.rejoint_id
             where c.personne_id = any(:personnes)
            """;

    private final JdbcClient jdbc;
    private final Publics publics;

    Membres(JdbcClient jdbc, Publics publics) {
        this.jdbc = jdbc;
        this.publics = publics;
    }

    /// Each of them, once for each child by whom they are meant, in bounded memory whatever the public. Who is kept out
    /// comes too, and says so.
    @Transactional(readOnly = true)
    public void each(Public pour, Consumer<Joignable> consumer) {
        var lot = new Lot(consumer);
        publics.each(pour, lot::add);
        lot.give();
    }

    /// Those who are meant in these schools.
    @Transactional(readOnly = true)
    public void each(Public pour, Collection<UUID> ecoles, Consumer<Joignable> consumer) {
        var lot = new Lot(consumer);
        publics.each(pour, ecoles, lot::add);
        lot.give();
    }

    /// « 26 enfants, 43 responsables, 2 sans compte ». Who is kept out is not counted.
    @Transactional(readOnly = true)
    public Comptage count(Public pour) {
        var comptage = new Comptage();
        each(pour, comptage::add);
        return comptage;
    }

    /// The same of several publics together: each child and each person once.
    @Transactional(readOnly = true)
    public Comptage count(Collection<Public> publics) {
        var comptage = new Comptage();
        publics.forEach(pour -> each(pour, comptage::add));
        return comptage;
    }

    private Map<UUID, Compte> comptes(Collection<UUID> personnes) {
        return personnes.isEmpty()
                ? Map.of()
                : jdbc.sql(COMPTES)
                        .param("personnes", personnes.toArray(UUID[]::new))
                        .query((ResultSetExtractor<Map<UUID, Compte>>) Membres::comptes);
    }

    /// The accounts of these people, those who have one, for a page that reads several things at once.
    public static Lecture<Map<UUID, Compte>> lecture(Collection<UUID> personnes) {
        return personnes.isEmpty()
                ? Lecture.known(Map.of())
                : Lecture.whole(COMPTES, Map.of("personnes", personnes.toArray(UUID[]::new)), Membres::comptes);
    }

    private static Map<UUID, Compte> comptes(ResultSet rs) throws SQLException {
        Map<UUID, Compte> comptes = new HashMap<>();
        while (rs.next()) {
            comptes.put(
                    Colonnes.uuid(rs, "personne_id"), new Compte(Colonnes.uuid(rs, "id"), rs.getBoolean("en_usage")));
        }
        return comptes;
    }

    /// @param id the same for all whom the directory knows as one person once their accounts are joined
    public record Compte(UUID id, boolean enUsage) {}

    /// Some at a time.
    private final class Lot {

        private final List<Membre> batch = new ArrayList<>(AT_ONCE);
        private final Consumer<Joignable> consumer;

        private Lot(Consumer<Joignable> consumer) {
            this.consumer = consumer;
        }

        private void add(Membre membre) {
            batch.add(membre);
            if (batch.size() == AT_ONCE) {
                give();
            }
        }

        private void give() {
            var comptes = comptes(batch.stream().map(Membre::personneId).toList());
            batch.forEach(membre -> {
                var compte = comptes.get(membre.personneId());
                consumer.accept(
                        compte == null
                                ? new Joignable(membre, membre.personneId(), null)
                                : new Joignable(membre, compte.id, compte.enUsage ? compte.id : null));
            });
            batch.clear();
        }
    }

    /// @param quelquUn the account by which they come in, the same for all whom the directory knows as one person once
    ///     their accounts are joined; the person where there is no account
    /// @param compteId the account by which they come in, null as long as it is not in use
    public record Joignable(
            Membre membre, UUID quelquUn, @Nullable UUID compteId) {

        /// Their account is in use.
        public boolean compte() {
            return compteId != null;
        }
    }

    /// Distinct children and people, and how many of these people have not come in yet.
    public static final class Comptage {
        private final Set<UUID> enfants = new HashSet<>();
        private final Set<UUID> responsables = new HashSet<>();
        private final Set<UUID> eleves = new HashSet<>();
        private final Set<UUID> personnels = new HashSet<>();
        private final Map<UUID, UUID> sansCompte = new LinkedHashMap<>();

        private void add(Joignable joignable) {
            var membre = joignable.membre();
            if (membre.ecarte()) {
                return;
            }
            var personne = joignable.quelquUn();
            switch (membre.nature()) {
                case RESPONSABLE -> responsables.add(personne);
                case ELEVE -> eleves.add(personne);
                case PERSONNEL, AGENT -> personnels.add(personne);
            }
            if (membre.nature() == Nature.RESPONSABLE && membre.eleveId() != null) {
                enfants.add(membre.eleveId());
            }
            if (!joignable.compte() && membre.nature() != Nature.ELEVE) {
                sansCompte.putIfAbsent(personne, membre.personneId());
            }
        }

        public int enfants() {
            return enfants.size();
        }

        /// The children by whom guardians are meant.
        public Set<UUID> elevesConcernes() {
            return Collections.unmodifiableSet(enfants);
        }

        public int responsables() {
            return responsables.size();
        }

        public int eleves() {
            return eleves.size();
        }

        public int personnels() {
            return personnels.size();
        }

        public int sansCompte() {
            return sansCompte.size();
        }

        /// Whom something for all of them reaches.
        public int lecteurs() {
            return responsables() + eleves() + personnels();
        }

        /// Who they are in the directory, for whoever may address them.
        public Collection<UUID> personnesSansCompte() {
            return sansCompte.values();
        }

        public String phrase() {
            var parts = new ArrayList<String>();
            if (!responsables.isEmpty()) {
                parts.add(t("{0, plural, one {# enfant} other {# enfants}}", enfants()));
                parts.add(t("{0, plural, one {# responsable} other {# responsables}}", responsables()));
            }
            if (!eleves.isEmpty()) {
                parts.add(t("{0, plural, one {# élève} other {# élèves}}", eleves()));
            }
            if (!personnels.isEmpty()) {
                parts.add(t("{0, plural, one {# personne} other {# personnes}}", personnels()));
            }
            if (!sansCompte.isEmpty()) {
                parts.add(t("{0} sans compte", sansCompte()));
            }
            return parts.isEmpty() ? t("personne pour l’instant") : String.join(", ", parts);
        }
    }
}
