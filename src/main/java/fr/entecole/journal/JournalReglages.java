package fr.entecole.journal;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long facts are kept (`ent.journal.conservation`): six months to a year (CNIL, délibération 2021-122 of
/// 14 October 2021). The database itself refuses to forget sooner than six months.
@ConfigurationProperties("ent.journal")
record JournalReglages(@DefaultValue("P12M") Period conservation) {}
