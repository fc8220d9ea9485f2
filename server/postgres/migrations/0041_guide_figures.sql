-- What became of those who were led through one guide is found without reading everything that was ever said.
-- Breaking: no

create index entries_guides_started on entries ((data->>'guide'), at desc) where kind = 'guide-started';
